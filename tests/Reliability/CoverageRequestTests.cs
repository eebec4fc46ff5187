using Alleviation.Functions.Coverage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

public sealed class CoverageRequestTests
{
    [Fact]
    public async Task ManyChangesWithinTheDelay_CostOneMarkerAndOneMessage()
    {
        await using var app = await AppUnderTest.StartAsync(settings: new Dictionary<string, string?> { ["Coverage:Delay"] = "00:10:00" });
        var before = Written(app);

        for (var change = 0; change < 10; change++)
        {
            await app.Get<CoverageRequests>().RequestAsync(Some.Township, CancellationToken.None);
        }

        Assert.Equal(2, Written(app) - before);
    }

    [Fact]
    public async Task MarkerThatLostItsMessageToACrash_IsTakenOverByTheNextChange()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var longAgo = app.Clock.GetUtcNow() - TimeSpan.FromMinutes(5);
        Assert.True(await app.Get<CoverageTable>().TryMarkAsync(Some.Township, longAgo, TimeSpan.FromMinutes(2), CancellationToken.None));

        await worker.EnrolsAsync(Some.Household());

        await app.CountsAsync(Some.Township, counts => counts is { Households: 1, Records: 4, Routed: 1 });
    }

    [Fact]
    public async Task MarkerThatLostItsMessageToACrash_IsTakenOverByTheTimer_WhereNoChangeComes()
    {
        await using var app = await AppUnderTest.StartAsync();
        var longAgo = app.Clock.GetUtcNow() - TimeSpan.FromMinutes(5);
        Assert.True(await app.Get<CoverageTable>().TryMarkAsync(Some.Township, longAgo, TimeSpan.FromMinutes(2), CancellationToken.None));

        Assert.Equal(1, await app.Get<CoverageRequests>().RecoverAsync(CancellationToken.None));

        await Eventually.TrueAsync(async () => await app.Get<CoverageTable>().MarkedAtAsync(Some.Township, CancellationToken.None) is null);
    }

    private static long Written(AppUnderTest app) =>
        app.Get<StorageCalls>().Counts.Where(count => count.Key is "table insert" or "queue put").Sum(count => count.Value);
}
