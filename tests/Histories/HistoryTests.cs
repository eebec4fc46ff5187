using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;
using Xunit.Abstractions;

namespace Alleviation.Tests.Histories;

/// <summary>
/// Random histories over all that is done with a household: visits, the plan's life, consultations, medication, referrals, lessons; by
/// those who may
/// and those who may not, twice, too late, and two at once. HISTORIES sets how many; the first thousand in a full run,
/// a hundred at a time, each on tables of its own.
/// </summary>
public sealed class HistoryTests(OutcomesSeen seen, ITestOutputHelper output)
    : WithScene<AppUnderTest>(StartAsync),
        IClassFixture<OutcomesSeen>
{
    private const int Steps = 50;

    // With so many, every outcome is met.
    private const int Enough = 1_000;
    private const int AtATime = 100;
    private static readonly int Histories = RandomPart.Of("HISTORIES", 10);

    /// <summary>The first seed, and how many.</summary>
    public static TheoryData<int, int> Batches()
    {
        var batches = new TheoryData<int, int>();
        for (var first = 0; first < Histories; first += AtATime)
        {
            batches.Add(first, Math.Min(AtATime, Histories - first));
        }
        return batches;
    }

    private static Task<AppUnderTest> StartAsync() =>
        AppUnderTest
            .StartAsync(settings: new Dictionary<string, string?> { ["Coverage:Delay"] = "00:10:00" })
            .ThenAsync(async app =>
            {
                await app.HasPhysicianAsync(People.ResponsibleId, Some.Township, panelSize: 2_000);
                await app.HasPhysicianAsync(People.CardiologistId, Some.County, "cardiology", panelSize: 2_000);
                await app.HasPhysicianAsync(People.PsychiatristId, Some.County, "psychiatry", panelSize: 2_000);
                await app.HasPhysicianAsync(People.CityId, Some.City, "psychiatry", panelSize: 2_000);
                return app;
            });

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task RandomHistories_KeepWhatMustHold(int first, int count)
    {
        var clock = (TestClock)Scene.Clock;
        var (start, households) = (clock.GetUtcNow(), await EnrolledAsync(count));
        foreach (var (household, seed) in households.Select((household, index) => (household, first + index)))
        {
            clock.Advance(start - clock.GetUtcNow());
            var history = new History(Scene, household, seed);
            await history.PlayAsync(1 + new Random(seed).Next(Steps));

            var broken = await Invariants.BrokenAsync(Scene, household);
            Assert.True(broken.Count == 0, $"seed {seed}: {string.Join(Environment.NewLine, broken)}");
            seen.Add(history);
        }

        Assert.DoesNotContain("visit", seen.NeverDone);
        // All batches are through.
        if (seen.Histories == Histories)
        {
            foreach (var line in seen.Lines)
            {
                output.WriteLine(line);
            }
            if (Histories >= Enough)
            {
                Assert.Empty(seen.NeverDone);
            }
        }

        await CoverageIsTheRecountAsync(households);
    }

    private async Task<IReadOnlyList<HouseholdId>> EnrolledAsync(int count)
    {
        using var worker = await Scene.HealthWorkerAsync(Some.Township);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (_, _) => await worker.EnrolsAsync(Some.Household(members: [Some.Member(conditions: "I10")]))
        );
        await Pipeline.SettledAsync(Scene.Storage, TimeSpan.FromMinutes(10));
        var listed = await Scene.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(People.ResponsibleId));
        List<HouseholdId> households = [.. listed.Select(item => item.Household).Distinct()];
        Assert.Equal(count, households.Count);
        return households;
    }

    private async Task CoverageIsTheRecountAsync(IReadOnlyList<HouseholdId> households)
    {
        var recount = CoverageCounts.None;
        foreach (var id in households)
        {
            recount += CoverageCounts.Of((await Written.ReadAsync(Scene, id)).Household, Scene.Clock.Today());
        }
        await Scene.Get<RollUpCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None);
        var counted = (await Scene.Get<CoverageTable>().ReadAsync(Some.Township, CancellationToken.None)).Total!.Counts;
        Assert.Equal(StoredJson.Write(recount), StoredJson.Write(counted));
    }
}
