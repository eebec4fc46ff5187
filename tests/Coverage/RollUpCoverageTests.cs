using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Coverage;

public sealed class RollUpCoverageTests
{
    [Fact]
    public async Task RegionWithoutRegistry_ShowsCountsAndNoRate()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.Get<VillageTable>().RowsOf(Household(1), ViewLines.None).ShowAsync(known: null, CancellationToken.None);

        await CountAsync(app);

        var measure = (await ReadAsync(app, Some.Township)).Region.Measures.Single(known => known.Code == "enrolment");
        Assert.Equal((0, 0, null), (measure.Numerator, measure.Denominator, measure.Rate));
    }

    [Fact]
    public async Task Rate_IsOfTheRegistry_AndNeverAboveOne()
    {
        await using var app = await AppUnderTest.StartAsync();
        var villages = app.Get<VillageTable>();
        foreach (var number in Enumerable.Range(1, 3))
        {
            await villages.RowsOf(Household(number), ViewLines.None).ShowAsync(known: null, CancellationToken.None);
        }
        // Two of the three are in the registry, with one that is not enrolled.
        await app.Get<RegistryTable>()
            .AddAsync(Some.Village, [Household(1).Id.Value, Household(2).Id.Value, Household(9).Id.Value], CancellationToken.None);

        await CountAsync(app);

        var view = await ReadAsync(app, Some.Township);
        Assert.Equal((2, 3), Enrolment(view.Region));
        Assert.Equal((2, 3), Enrolment(view.Children.Single(child => child.RegionCode == Some.Village)));
        Assert.Equal(3, view.Region.Counts.Households);
    }

    [Fact]
    public async Task CountedTwice_IsTheSame_AndReachesTheCity()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.Get<VillageTable>().RowsOf(Household(1), ViewLines.None).ShowAsync(known: null, CancellationToken.None);

        await CountAsync(app);
        await CountAsync(app);

        await Eventually.SeesAsync(() => ReadAsync(app, Some.City), city => city.Region.Counts.Households == 1);
        Assert.Equal(1, (await ReadAsync(app, Some.County)).Region.Counts.Households);
    }

    [Fact]
    public async Task HouseholdThatMovedAway_IsCountedThereOnly()
    {
        await using var app = await AppUnderTest.StartAsync();
        var villages = app.Get<VillageTable>();
        await villages.RowsOf(Household(1), ViewLines.None).ShowAsync(known: null, CancellationToken.None);
        await CountAsync(app);

        await villages.ClearAsync(Some.Village, Household(1).Id, CancellationToken.None);
        await CountAsync(app);

        var view = await ReadAsync(app, Some.Township);
        Assert.Equal(0, view.Region.Counts.Households);
        Assert.Equal(0, view.Children.Single(child => child.RegionCode == Some.Village).Counts.Households);
    }

    [Fact]
    public async Task OlderVersion_NeverOverwritesANewerOne()
    {
        await using var app = await AppUnderTest.StartAsync();
        var villages = app.Get<VillageTable>();
        Assert.True(
            await villages.RowsOf(Household(1) with { Version = 5 }, ViewLines.None).ShowAsync(known: null, CancellationToken.None)
        );

        Assert.False(
            await villages.RowsOf(Household(1) with { Version = 4 }, ViewLines.None).ShowAsync(known: null, CancellationToken.None)
        );

        var (rows, _) = await villages.PageAsync(Some.Village, null, false, null, 10, CancellationToken.None);
        Assert.Equal(5, Assert.Single(rows).Household.Version);
    }

    [Fact]
    public async Task MarkerThatLostItsMessage_IsTakenOver()
    {
        var clock = new TestClock();
        // The township's own delay is long, so that only what is recovered is counted in this test.
        await using var app = await AppUnderTest.StartAsync(
            clock,
            settings: new Dictionary<string, string?> { ["Coverage:Delay"] = "00:10:00" }
        );
        await app.Get<VillageTable>().RowsOf(Household(1), ViewLines.None).ShowAsync(known: null, CancellationToken.None);
        Assert.True(
            await app.Get<CoverageTable>().TryMarkAsync(Some.Township, clock.GetUtcNow(), TimeSpan.FromMinutes(2), CancellationToken.None)
        );
        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(1, await app.Get<CoverageRequests>().RecoverAsync(CancellationToken.None));

        await Eventually.SeesAsync(() => ReadAsync(app, Some.Township), township => township.Region.Counts.Households == 1);
    }

    private static Task<RollUpCoverageOutcome> CountAsync(AppUnderTest app) =>
        app.Get<RollUpCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None);

    private static async Task<CoverageView> ReadAsync(AppUnderTest app, string region) =>
        await app.Get<GetCoverageHandler>().HandleAsync(region, CancellationToken.None) ?? throw new InvalidOperationException();

    private static (int, int) Enrolment(RegionMeasures region)
    {
        var measure = region.Measures.Single(known => known.Code == "enrolment");
        return (measure.Numerator, measure.Denominator);
    }

    private static Household Household(int number) =>
        SomeHousehold.Of() with
        {
            Id = HouseholdId.OfFingerprint(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            Version = 4,
            PhysicianId = null,
            Members = [new MemberSummary(1, "陈测试", "1", new DateOnly(1966, 2, 3), [])],
        };
}
