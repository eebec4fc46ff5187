using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Tests.Local.Host.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Local.Host;

public sealed class HttpLifetimeTests
{
    private static readonly Uri Waits = new("/api/Http_Waits", UriKind.Relative);

    [Fact]
    public async Task CallerGoesAway_CancelsTheFunction()
    {
        await using var host = await SampleHost.StartAsync("Http_Waits");
        using var caller = new CancellationTokenSource();
        var call = host.Http.GetAsync(Waits, caller.Token);
        await host.Journal.EntriesAsync(1);

        await caller.CancelAsync();

        Assert.Equal(["at gate", "cancelled"], await host.Journal.EntriesAsync(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task FunctionTimeout_CancelsTheFunction()
    {
        await using var host = await SampleHost.StartAsync(SampleHost.Loading("Http_Waits").With("functionTimeout", "00:00:00.1"));

        _ = await host.Http.GetAsync(Waits);

        Assert.Equal(["at gate", "cancelled"], await host.Journal.EntriesAsync(2));
    }

    [Fact]
    public async Task HostStops_RequestUnderWayIsAnswered()
    {
        await using var host = await SampleHost.StartAsync("Http_Waits");
        var call = host.Http.GetAsync(Waits);
        await host.Journal.EntriesAsync(1);

        var stop = host.StopAsync();
        host.Journal.LetGoOn(1);

        Assert.True((await call).IsSuccessStatusCode);
        await stop;
    }

    [Fact]
    public async Task JsonOptionsOfTheApplication_AreThoseOfItsResults()
    {
        var builder = SampleHost.Loading("Http_Json");
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
        await using var host = await SampleHost.StartAsync(builder);

        Assert.Equal("""{"SOME":"thing","DAY":"Friday"}""", await host.Http.GetStringAsync(new Uri("/api/Http_Json", UriKind.Relative)));
    }
}
