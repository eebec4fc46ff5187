using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Worklists;

/// <summary>Lists of hundreds of lines: what a page costs, and that the pages together are the list.</summary>
public sealed class WorklistReadsTests : WorklistStage
{
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
            App.Get<StorageCalls>()
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
        using var physician = await App.PhysicianAsync(Physician);
        using var worker = await App.HealthWorkerAsync(Some.Township);

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
    public async Task LineWhosePlaceChanges_StandsThereOnce_AndTheOlderVersionNeverBringsItBack()
    {
        var worklists = App.Get<WorklistTable>();
        var first = Household(1, Member(1, Today), Member(2, Today.AddDays(5)));
        var rows = worklists.RowsOf(Physician, first);
        Assert.True(await rows.ShowAsync(known: null, CancellationToken.None));
        var moved = worklists.RowsOf(
            Physician,
            first with
            {
                Version = first.Version + 1,
                Members = [Member(1, Today.AddDays(30)), Member(2, Today, urgent: true)],
            }
        );

        Assert.True(await moved.ShowAsync(rows.Shown, CancellationToken.None));
        Assert.False(await rows.ShowAsync(known: null, CancellationToken.None));
        Assert.False(await rows.ShowAsync(rows.Shown, CancellationToken.None));
        // Shown again by whoever does not know what is there.
        Assert.True(await moved.ShowAsync(known: null, CancellationToken.None));
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
        var table = App.Get<Azure.Data.Tables.TableServiceClient>().GetTableClient(WorklistTable.Name);
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>())
        {
            Assert.DoesNotContain("I10", string.Join(' ', row.Select(column => $"{column.Key}={column.Value}")), StringComparison.Ordinal);
        }
    }

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
}
