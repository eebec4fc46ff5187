using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

public sealed class WorklistReadsTests
{
    private const string Physician = "P441402004-01";
    private static readonly DateOnly Due = new(2026, 11, 23);

    [Fact]
    public async Task WorklistOfFiveHundredLines_IsOnePartitionRead()
    {
        await using var app = await AppUnderTest.StartAsync();
        foreach (var number in Enumerable.Range(1, 100)) { await app.Get<WorklistTable>().ShowAsync(Physician, Household(number), known: null, CancellationToken.None); }
        Assert.True(PhysicianId.TryParse(Physician, out var id));
        var before = Reads();

        var list = await app.Get<ListWorklistHandler>().HandleAsync(id, new WorklistFilter(DueBy: Due), CancellationToken.None);

        Assert.Equal((100, 500), (list.Households, list.Items.Count));
        Assert.InRange(Reads() - before, 1, 2);
        long Reads() => app.Get<StorageCalls>().Counts.Where(count => count.Key.StartsWith("table", StringComparison.Ordinal)).Sum(count => count.Value);
    }

    [Fact]
    public async Task DueBy_LeavesWhatIsLaterOut_ButNotWhatIsUrgent()
    {
        await using var app = await AppUnderTest.StartAsync();
        var later = Household(1) with { Members = [Member(1, Due.AddDays(1)), Member(2, Due.AddDays(1), urgent: true), Member(3, Due)] };
        await app.Get<WorklistTable>().ShowAsync(Physician, later, known: null, CancellationToken.None);
        Assert.True(PhysicianId.TryParse(Physician, out var id));

        var list = await app.Get<ListWorklistHandler>().HandleAsync(id, new WorklistFilter(DueBy: Due), CancellationToken.None);

        Assert.Equal([2, 3], list.Items.Select(line => line.Member));
    }

    private static Household Household(int number) => new(
        HouseholdId.OfFingerprint(number.ToString("x32", CultureInfo.InvariantCulture)),
        3,
        HouseholdStage.Routed,
        "TEST00000001",
        Some.Village,
        null,
        null,
        "general",
        [],
        "content",
        DateTimeOffset.UnixEpoch,
        "account")
    {
        PhysicianId = Physician,
        Members = [.. Enumerable.Range(1, 5).Select(member => Member(member, Due))],
    };

    private static MemberSummary Member(int number, DateOnly due, bool urgent = false) => new(
        number, "示例", "1", null, ["I10"], null, new PlanSummary("active", urgent, [new DueFollowUp("hypertension", due, 90)], ["generalPractice"], []));
}
