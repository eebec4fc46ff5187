using Alleviation.Functions.Operations;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Platform.Telemetry;
using Alleviation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Operations;

public sealed class MeasureServiceTests
{
    private const string Ages = "alleviation.queue.oldest_message.age";

    [Fact]
    public async Task Gauges_TellWhatStorageHolds()
    {
        var clock = new TestClock();
        await using var app = await AppUnderTest.StartAsync(clock, keepsPoison: true);
        using var watched = new Watched(app);
        await app.Get<PoisonMessageTable>().OpenAsync("changes", "{}", CancellationToken.None);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        await worker.EnrolsAsync(Some.Household());
        await app.CountsAsync(Some.City, counts => counts.Households == 1);
        clock.Advance(TimeSpan.FromHours(3));

        await app.Get<MeasureServiceHandler>().HandleAsync(CancellationToken.None);

        var ages = watched.Gauges(Ages);
        Assert.Equal(18, ages.Select(age => age.Tags["queue"]).Distinct().Count());
        Assert.All(ages, age => Assert.InRange(age.Value, 0, 600));
        Assert.Equal(1, Assert.Single(watched.Gauges("alleviation.poison_messages.open")).Value);
        Assert.Equal(TimeSpan.FromHours(3).TotalSeconds, Assert.Single(watched.Gauges("alleviation.coverage.age")).Value, tolerance: 1);
    }

    [Fact]
    public async Task AFigureThatCannotBeMeasured_IsNotReported_NorOneThatIsOld()
    {
        var clock = new TestClock();
        var isDown = false;
        var storage = await Azurite.NewAccountAsync();
        await using var proxy = await FaultProxy.StartAsync(
            storage,
            request =>
                isDown && request.Path.Value!.Contains("/changes/", StringComparison.Ordinal) && HttpMethods.IsGet(request.Method)
                    ? new Fault(FaultKind.Answers500, IsBehind: false)
                    : null
        );
        var settings = new Dictionary<string, string?> { ["Storage:Retries"] = "0" };
        await using var app = await AppUnderTest.StartAsync(clock, proxy.Account, settings: settings, keepsPoison: true);
        using var watched = new Watched(app);
        var measure = app.Get<MeasureServiceHandler>();
        await measure.HandleAsync(CancellationToken.None);
        Assert.Contains(watched.Gauges(Ages), age => Equals(age.Tags["queue"], "changes"));

        isDown = true;
        await measure.HandleAsync(CancellationToken.None);
        Assert.DoesNotContain(watched.Gauges(Ages), age => Equals(age.Tags["queue"], "changes"));
        Assert.Equal(17, watched.Gauges(Ages).Count);

        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Empty(watched.Gauges(Ages));
        await storage.ClearAsync();
    }

    [Fact]
    public async Task WhereNobodyReadsTheGauges_StorageIsNotAsked()
    {
        await using var app = await AppUnderTest.StartAsync(keepsPoison: true);
        var before = Peeks();

        await app.Get<MeasureServiceHandler>().HandleAsync(CancellationToken.None);

        Assert.Equal(before, Peeks());

        long Peeks() => app.Get<StorageCalls>().Counts.GetValueOrDefault("queue peek");
    }
}
