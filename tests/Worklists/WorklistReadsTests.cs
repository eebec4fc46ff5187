using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Worklists;

public sealed class WorklistReadsTests
{
    private const string Physician = "P441402004-01";
    private static readonly DateOnly Due = new(2026, 11, 23);

    [Fact]
    public async Task WorklistOfFiveHundredLines_IsOnePartitionRead()
    {
        await using var app = await AppUnderTest.StartAsync();
        foreach (var number in Enumerable.Range(1, 100))
        {
            await app.Get<WorklistTable>().ShowAsync(Physician, Household(number), known: null, CancellationToken.None);
        }
        Assert.True(PhysicianId.TryParse(Physician, out var id));
        var before = Reads();

        var list = await app.Get<ListWorklistHandler>().HandleAsync(id, new WorklistFilter(DueBy: Due), CancellationToken.None);

        Assert.Equal((100, 500), (list.Households, list.Items.Count));
        Assert.InRange(Reads() - before, 1, 2);
        long Reads() =>
            app.Get<StorageCalls>()
                .Counts.Where(count => count.Key.StartsWith("table", StringComparison.Ordinal))
                .Sum(count => count.Value);
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

    [Fact]
    public async Task SeveralKinds_AreAnyOfThem_AndAnUnknownOneIsRefused()
    {
        await using var app = await AppUnderTest.StartAsync();
        var household = Household(1) with
        {
            Members = [Member(1, Due), Member(2, Due), Member(3, Due)],
            Tasks =
            [
                new HouseholdTask("referral", "a", 1, Due, For: Physician),
                new HouseholdTask("question", "b", 2, Due, For: Physician),
                new HouseholdTask("result", "c", 3, Due, For: Physician),
            ],
        };
        await app.Get<WorklistTable>().ShowAsync(Physician, household, known: null, CancellationToken.None);
        using var physician = await app.PhysicianAsync(Physician);

        var list = await physician.GetFromJsonAsync<JsonElement>($"/api/physicians/{Physician}/worklist?kind=referral&kind=question");
        Assert.Equal([1, 2], list.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("member").GetInt32()));
        using var refused = await physician.GetAsync($"/api/physicians/{Physician}/worklist?kind=referral&kind=wish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static Household Household(int number) =>
        SomeHousehold.Of() with
        {
            Id = HouseholdId.OfFingerprint(number.ToString("x32", CultureInfo.InvariantCulture)),
            PhysicianId = Physician,
            Members = [.. Enumerable.Range(1, 5).Select(member => Member(member, Due))],
        };

    private static MemberSummary Member(int number, DateOnly due, bool urgent = false) =>
        new(
            number,
            "示例",
            "1",
            null,
            ["I10"],
            null,
            new PlanSummary("active", urgent, [new DueFollowUp("hypertension", due, 90)], ["generalPractice"], [])
        );
}
