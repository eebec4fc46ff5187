using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Records;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Members;

/// <summary>A history of hundreds of entries: what the page costs, and that its pages together are the history.</summary>
public sealed class MemberReadsTests() : WithScene<VisitApp>(() => VisitApp.StartAsync(Some.Member(conditions: "I10")))
{
    private const int PageSize = 100;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private string Address => $"/api/households/{Scene.Household}/members/1";

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task Page_IsTwoRangeReads_HoweverLongTheHistoryIs(int entries)
    {
        await HasAsync(Enumerable.Range(1, entries).Select(number => EntryOf(number, Start.AddHours(number))));

        var (overview, reads) = await RangeReads.LeastAsync(Scene.App, () => Scene.Worker.GetFromJsonAsync<JsonElement>(Address));

        Assert.Equal(2, reads);
        var page = overview.GetProperty("entries");
        Assert.Equal(Math.Min(PageSize, entries), page.GetProperty("items").GetArrayLength());
        Assert.Equal(entries > PageSize, page.TryGetProperty("cursor", out _));
    }

    [Fact]
    public async Task Cursor_GoesOnWhereTheRecordsEntriesAreListed_NewestFirst_WithoutLossOrRepeat()
    {
        // Three at each moment, so that pages end among those of one.
        var written = Enumerable.Range(1, 270).Select(number => EntryOf(number, Start.AddHours(number / 3))).ToList();
        await HasAsync(written);
        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Address);
        var number = overview.GetProperty("record").GetProperty("recordNumber").GetString();
        var page = overview.GetProperty("entries");
        var read = new List<JsonElement>(page.GetProperty("items").EnumerateArray());

        // Something new, and something back-dated among what was read, come in between the pages.
        await HasAsync([EntryOf(901, Start.AddDays(200)), EntryOf(902, read[10].GetProperty("at").GetDateTimeOffset().AddMilliseconds(1))]);
        while (page.TryGetProperty("cursor", out var cursor))
        {
            page = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries?cursor={cursor.GetString()}");
            read.AddRange(page.GetProperty("items").EnumerateArray());
            Assert.True(read.Count < 1000, "The pages do not end.");
        }

        var ids = read.Select(entry => entry.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(written.Select(entry => entry.Id).Order(), ids.Where(id => id.StartsWith('n')).Order());
        var times = read.Select(entry => entry.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task VisitThatIsSentLate_StandsWhereItWasMade()
    {
        var now = Scene.Clock.GetUtcNow();
        foreach (var at in new[] { now.AddDays(-1), now.AddDays(-3), now.AddDays(-2) })
        {
            using var saved = await Scene.VisitsAsync("hypertension", at: at);
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        }

        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Address);

        var visits = overview
            .GetProperty("entries")
            .GetProperty("items")
            .EnumerateArray()
            .Where(entry => entry.GetProperty("kind").GetString() == "visit")
            .Select(entry => entry.GetProperty("at").GetDateTimeOffset());
        Assert.Equal([now.AddDays(-1), now.AddDays(-2), now.AddDays(-3)], visits);
    }

    [Fact]
    public async Task LastAdherence_IsToldHoweverManyEntriesCameSince_ForTwoHundredDays()
    {
        using var saved = await Scene.VisitsAsync("hypertension", """{"adherence":"2","adherenceReason":"忘记"}""");
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        await HasAsync(Enumerable.Range(1, PageSize).Select(number => EntryOf(number, Scene.Clock.GetUtcNow().AddMinutes(number))));

        Assert.Equal("2", await AdherenceAsync());
        Scene.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Equal("2", await AdherenceAsync());
        Scene.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await AdherenceAsync());
    }

    private async Task<string?> AdherenceAsync()
    {
        // The clock may have been moved past a working day.
        using var worker = await Scene.App.HealthWorkerAsync(Some.Township);
        var medication = (await worker.GetFromJsonAsync<JsonElement>(Address)).GetProperty("medication");
        return medication.TryGetProperty("lastAdherence", out var last) ? last.GetProperty("value").GetString() : null;
    }

    private static Entry EntryOf(int number, DateTimeOffset at) =>
        new(1, at, "visit", $"{(number > 900 ? 'x' : 'n')}{number.ToString("D4", CultureInfo.InvariantCulture)}", "worker");

    /// <summary>Entries of member 1, written as a person who arrives brings them.</summary>
    private async Task HasAsync(IEnumerable<Entry> entries) =>
        await Scene
            .App.Get<HouseholdTable>()
            .BringAsync(Scene.Household, entries.Select(entry => (PutDocument)entry.Put()), CancellationToken.None);
}
