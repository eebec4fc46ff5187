using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Worklists;

/// <summary>Lists of hundreds of lines: what a page costs, and that the pages together are the list.</summary>
public sealed class WorklistReadsTests : IAsyncLifetime
{
    private const string Physician = "P441402004-01";
    private const string OtherVillage = "441402004002";
    private static readonly DateOnly Today = new(2026, 11, 23);
    private AppUnderTest _app = null!;

    public async Task InitializeAsync() => _app = await AppUnderTest.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    public async Task FirstPage_IsTwoReadsAtMost_HoweverLongTheListIs(int households)
    {
        await ShowAsync(Enumerable.Range(1, households).Select(number => Household(number, Member(1, Today.AddDays(number % 90 - 20)))));
        var before = Reads();

        var list = await ListAsync(new WorklistFilter());

        // One for the page; the overdue are more than it shows, and counted by their keys.
        Assert.InRange(Reads() - before, 1, 2);
        Assert.Equal(50, list.Items.Count);
        Assert.Equal(Math.Min(Worklist.MaxCounted, Enumerable.Range(1, households).Count(number => number % 90 < 20)), list.Overdue);
        Assert.Equal(0, list.Urgent);

        long Reads() =>
            _app.Get<StorageCalls>()
                .Counts.Where(count => count.Key.StartsWith("table", StringComparison.Ordinal))
                .Sum(count => count.Value);
    }

    [Fact]
    public async Task Pages_AreTheWholeListInItsOrder_ForThePhysicianAndTheHealthWorkers()
    {
        Household[] households =
        [
            .. Enumerable
                .Range(1, 60)
                .Select(number =>
                    Household(
                        number,
                        Member(1, Today.AddDays(number * 7 % 40 - 20), urgent: number % 11 == 0),
                        Member(2, Today.AddDays(number * 5 % 30)),
                        Member(3, due: null)
                    )
                ),
            Household(61),
        ];
        await ShowAsync(households);
        using var physician = await _app.PhysicianAsync(Physician);
        using var worker = await _app.HealthWorkerAsync(Some.Township);

        var (first, read) = await PagesAsync(physician, $"/api/physicians/{Physician}/worklist?limit=7");
        var (_, ofTownship) = await PagesAsync(worker, $"/api/regions/{Some.Township}/worklist?limit=200");
        var (_, ofVillage) = await PagesAsync(worker, $"/api/regions/{Some.Village}/worklist");

        string[] order = ["urgent", "overdue", "due", "none"];
        var expected = read.OrderBy(line => Array.IndexOf(order, line.GetProperty("urgency").GetString()))
            .ThenBy(line => line.TryGetProperty("dueOn", out var due) ? due.GetString() : "", StringComparer.Ordinal)
            .Select(KeyOf)
            .ToList();
        Assert.Equal(expected, read.Select(KeyOf));
        Assert.Equal(181, read.Select(KeyOf).Distinct().Count());
        Assert.Equal(read.Select(KeyOf).Order(), ofTownship.Select(KeyOf).Order());
        Assert.Equal(ofTownship.Select(KeyOf), ofVillage.Select(KeyOf));
        Assert.Equal(read.Count(line => line.GetProperty("urgency").GetString() == "urgent"), first.GetProperty("urgent").GetInt32());
        Assert.Equal(read.Count(line => line.GetProperty("urgency").GetString() == "overdue"), first.GetProperty("overdue").GetInt32());
    }

    [Fact]
    public async Task EachFilter_LeavesWhatItNames_AndTheCountsStayThoseOfTheWholeList()
    {
        await ShowAsync([
            Household(
                1,
                Member(1, Today.AddDays(-1)),
                Member(2, Today),
                Member(3, Today.AddDays(9), urgent: true),
                Member(4, null, false, "E11")
            ) with
            {
                Tasks =
                [
                    new HouseholdTask("referral", "a", 1, Today, For: Physician),
                    new HouseholdTask("question", "b", 2, Today, For: Physician),
                ],
            },
            Household(2, Member(1, Today.AddDays(3), false, "E11")) with
            {
                VillageCode = OtherVillage,
            },
        ]);

        await IsAsync("urgency=urgent", "1/3");
        await IsAsync("urgency=overdue", "1/1");
        await IsAsync("urgency=due", "1/2", "2/1");
        await IsAsync("urgency=none", "1/4");
        await IsAsync("kind=referral", "1/1");
        await IsAsync("kind=referral&kind=followUp", "1/3", "1/1", "1/2", "2/1");
        await IsAsync("condition=E11", "2/1", "1/4");
        await IsAsync("condition=E11&urgency=due", "2/1");
        await IsAsync($"village={OtherVillage}", "2/1");
        await IsAsync("dueBy=2026-11-23", "1/3", "1/1", "1/2");
        await IsAsync("dueBy=2026-11-23&urgency=none");
        await IsAsync("dueBy=2199-12-31&urgency=due", "1/2", "2/1");

        async Task IsAsync(string query, params string[] expected)
        {
            using var physician = await _app.PhysicianAsync(Physician);
            var list = await physician.GetFromJsonAsync<JsonElement>($"/api/physicians/{Physician}/worklist?{query}");
            Assert.Equal(expected, list.GetProperty("items").EnumerateArray().Select(ShortKeyOf));
            Assert.Equal((1, 1), (list.GetProperty("urgent").GetInt32(), list.GetProperty("overdue").GetInt32()));
        }
    }

    [Theory]
    [InlineData("limit=0", 422)]
    [InlineData("limit=201", 422)]
    [InlineData("limit=-1", 422)]
    [InlineData("urgency=soon", 422)]
    [InlineData("urgency=1", 422)]
    [InlineData("kind=referral&kind=wish", 422)]
    [InlineData("dueBy=today", 422)]
    [InlineData("cursor=abc", 400)]
    public async Task QueryThatIsNotUnderstood_IsRefused(string query, int status)
    {
        using var physician = await _app.PhysicianAsync(Physician);
        using var refused = await physician.GetAsync($"/api/physicians/{Physician}/worklist?{query}");
        Assert.Equal(status, (int)refused.StatusCode);
    }

    [Theory]
    [InlineData("0:")]
    [InlineData("1:")]
    [InlineData("' or PartitionKey ne '")]
    public async Task CursorThatLeadsAmongTheHouseholds_IsRefused(string key)
    {
        await ShowAsync([Household(1, Member(1, Today))]);
        using var physician = await _app.PhysicianAsync(Physician);
        using var refused = await physician.GetAsync(
            $"/api/physicians/{Physician}/worklist?cursor={Functions.Platform.Http.Cursor.Of(key)}"
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task LineWhosePlaceChanges_StandsThereOnce_AndTheOlderVersionNeverBringsItBack()
    {
        var worklists = _app.Get<WorklistTable>();
        var first = Household(1, Member(1, Today), Member(2, Today.AddDays(5)));
        var shown = await worklists.ShowAsync(Physician, first, known: null, CancellationToken.None);
        var moved = first with { Version = first.Version + 1, Members = [Member(1, Today.AddDays(30)), Member(2, Today, urgent: true)] };

        Assert.NotNull(await worklists.ShowAsync(Physician, moved, shown, CancellationToken.None));
        Assert.Null(await worklists.ShowAsync(Physician, first, known: null, CancellationToken.None));
        Assert.Null(await worklists.ShowAsync(Physician, first, shown, CancellationToken.None));
        // Shown again by whoever does not know what is there.
        Assert.NotNull(await worklists.ShowAsync(Physician, moved, known: null, CancellationToken.None));
        Assert.Equal(["1/2", "1/1"], (await ListAsync(new WorklistFilter())).Items.Select(line => $"1/{line.Member}"));

        await worklists.ClearAsync(Physician, first.Id, CancellationToken.None);
        Assert.Empty((await ListAsync(new WorklistFilter())).Items);
        Assert.Empty(await worklists.ListHouseholdsAsync(Physician, CancellationToken.None));
    }

    [Fact]
    public async Task GuestWhoseTimeIsOver_SeesNoLine_AndNoneIsCounted()
    {
        var end = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        var household = Household(1, Member(1, Today.AddDays(-3))) with
        {
            PhysicianId = "P441402004-02",
            Tasks = [new HouseholdTask("question", "b", 1, Today.AddDays(-2), For: Physician)],
            Guests = [new Guest(Physician, "question:b", 1, end)],
        };
        await ShowAsync([household]);

        var before = await ListAsync(new WorklistFilter(), end.AddTicks(-1));
        var after = await ListAsync(new WorklistFilter(Kinds: ["question"]), end);

        Assert.Equal((1, 1), (before.Items.Count, before.Overdue));
        Assert.Equal((0, 0), (after.Items.Count, after.Overdue));
    }

    [Fact]
    public async Task WhoIsIllAndWhat_IsNotReadBesideTheLine()
    {
        await ShowAsync([Household(1, Member(1, Today))]);
        var table = _app.Get<Azure.Data.Tables.TableServiceClient>().GetTableClient(WorklistTable.Name);
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>())
        {
            Assert.DoesNotContain("I10", string.Join(' ', row.Select(column => $"{column.Key}={column.Value}")), StringComparison.Ordinal);
        }
    }

    private async Task ShowAsync(IEnumerable<Household> households)
    {
        var worklists = _app.Get<WorklistTable>();
        foreach (var household in households)
        {
            await worklists.ShowAsync(Physician, household, known: null, CancellationToken.None);
            await _app.Get<VillageTable>().ShowAsync(household, worklists.LinesOfVillage(household), known: null, CancellationToken.None);
        }
    }

    private Task<Worklist> ListAsync(WorklistFilter filter, DateTimeOffset at = default) =>
        _app.Get<ListWorklistHandler>()
            .HandleAsync(WorklistReading.OwnerOf(Physician, at), filter, after: null, 50, CancellationToken.None);

    private static async Task<(JsonElement First, IReadOnlyList<JsonElement> Lines)> PagesAsync(HttpClient client, string address)
    {
        var (first, lines, cursor) = ((JsonElement?)null, new List<JsonElement>(), "");
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{address}{(cursor.Length == 0 ? "" : cursor)}");
            first ??= page;
            lines.AddRange(page.GetProperty("items").EnumerateArray());
            Assert.True(lines.Count < 1000, "The pages do not end.");
            cursor = page.TryGetProperty("cursor", out var next)
                ? $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={next.GetString()}"
                : "";
        } while (cursor.Length > 0);
        return (first.Value, lines);
    }

    private static string KeyOf(JsonElement line) =>
        $"{line.GetProperty("householdId").GetString()}/{(line.TryGetProperty("member", out var member) ? member.GetInt32() : 0)}";

    private static string ShortKeyOf(JsonElement line)
    {
        var key = KeyOf(line).Split('/');
        return $"{key[0].TrimEnd('/')[^1]}/{key[1]}";
    }

    private static Household Household(int number, params IReadOnlyList<MemberSummary> members) =>
        SomeHousehold.Of() with
        {
            Id = HouseholdId.OfFingerprint(number.ToString("x32", CultureInfo.InvariantCulture)),
            PhysicianId = Physician,
            Members = members,
        };

    private static MemberSummary Member(int number, DateOnly? due, bool urgent = false, string condition = "I10") =>
        new(
            number,
            "示例",
            "1",
            null,
            [condition],
            null,
            new PlanSummary("active", urgent, due is { } day ? [new DueFollowUp("hypertension", day, 90)] : [], ["generalPractice"], [])
        );
}
