using System.Net;
using Alleviation.Tests.Local.Host.Samples;
using Alleviation.Tests.Local.Host.Support;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Tests.Local.Host;

public sealed class MiddlewareTests
{
    private static readonly Uri Path = new("/api/Middleware_Http", UriKind.Relative);

    [Fact]
    public async Task Middleware_RunsInItsOrderAroundTheFunctionAndBeforeTheResult()
    {
        await using var host = await SampleHost.StartAsync(WithBoth(SampleHost.Loading("Middleware_Http")));

        Assert.Equal("the function's answer", await host.Http.GetStringAsync(Path));
        Assert.Equal(
            ["outer begins", "inner: noted by outer for Middleware_Http, /api/Middleware_Http", "function", "outer ends", "result"],
            host.Journal.Entries);
    }

    [Fact]
    public async Task MiddlewareThatStops_AnswersInsteadOfTheFunction()
    {
        await using var host = await SampleHost.StartAsync(WithBoth(SampleHost.Loading("Middleware_Http")));

        var response = await host.Http.GetAsync(new Uri($"{Path}?stop", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("stopped", await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("function", host.Journal.Entries);
    }

    [Fact]
    public async Task QueueFunction_GoesThroughTheSameMiddleware()
    {
        var account = await Azurite.NewAccountAsync();
        await (await account.NewQueueAsync("middleware")).SendMessageAsync("hello");

        await using var host = await SampleHost.StartAsync(WithBoth(QueueHost.Loading(account, "Middleware_Queue")));

        Assert.Equal(["outer begins", "inner: noted by outer for Middleware_Queue, no request", "hello", "outer ends"], await host.Journal.EntriesAsync(4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UseWhen_LeavesOutInvocationsThatDoNotFit(bool fits)
    {
        var builder = SampleHost.Loading("Middleware_Http");
        builder.UseWhen<MiddlewareSamples.Outer>(context => fits == (context.FunctionDefinition.Name == "Middleware_Http"));
        await using var host = await SampleHost.StartAsync(builder);

        await host.Http.GetStringAsync(Path);

        Assert.Equal(fits, host.Journal.Entries.Contains("outer begins"));
    }

    [Fact]
    public void Definition_TellsWhereTheFunctionIs()
    {
        var builder = SampleHost.Loading("Middleware_Queue").WithSetting("AzureWebJobsStorage", "UseDevelopmentStorage=true");
        using var host = builder.Build();
        var functions = (IReadOnlyList<FunctionDefinition>)host.Services.GetService(typeof(IReadOnlyList<Microsoft.Azure.Functions.Worker.Local.Functions.LocalFunction>))!;

        var definition = Assert.Single(functions);

        Assert.Equal("Alleviation.Tests.Local.Host.Samples.MiddlewareSamples.Queue", definition.EntryPoint);
        Assert.Equal(typeof(MiddlewareTests).Assembly.Location, definition.PathToAssembly);
        Assert.Equal(("text", typeof(string)), (definition.Parameters[0].Name, definition.Parameters[0].Type));
        Assert.Equal(("queueTrigger", BindingDirection.In), (definition.InputBindings["text"].Type, definition.InputBindings["text"].Direction));
    }

    private static FunctionsApplicationBuilder WithBoth(FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<MiddlewareSamples.Outer>().UseMiddleware<MiddlewareSamples.Inner>();
        return builder;
    }
}
