using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

public sealed class SaveVisitTests() : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
    [Fact]
    public async Task Visit_IsAnsweredWithWhatToDo_AndEverythingFollowsAtOnce()
    {
        using var answer = await Scene.VisitsAsync("hypertension", """{"systolic":{"value":20.5,"unit":"kPa"},"diastolic":95}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var visit = await answer.JsonAsync();
        Assert.Equal(
            ("2", false, false),
            (
                visit.GetProperty("outcome").GetString(),
                visit.GetProperty("urgent").GetBoolean(),
                visit.GetProperty("inControl").GetBoolean()
            )
        );
        Assert.Equal("adjust", visit.GetProperty("actions")[0].GetProperty("code").GetString());
        Assert.Equal("调整治疗，2周内再次随访", visit.GetProperty("actions")[0].GetProperty("label").GetProperty("zh-CN").GetString());
        Assert.Equal("2026-12-07", visit.GetProperty("nextDueOn").GetString());
        Assert.Equal("2026-12-07", DueOn(visit.GetProperty("line")));
        Assert.Equal(answer.Headers.ETag!.Tag, $"\"v{visit.GetProperty("householdVersion").GetInt32()}\"");
        Assert.Equal("2026-12-07", DueOn(await Scene.LineAsync()));
        var followUp = Assert.Single((await Scene.ScheduleAsync()).FollowUps);
        Assert.Equal((Scene.Today, "2", 1), (followUp.LastOn, followUp.LastOutcome, followUp.OutOfControl));
        var summary = await Scene.SummaryAsync();
        Assert.Equal(Scene.Clock.GetUtcNow(), summary.LastEntryAt);
        Assert.Equal(new DateOnly(2026, 12, 7), Assert.Single(summary.Plan!.FollowUps).DueOn);
        var entry = await EntryAsync(summary.RecordNumber!);
        Assert.Equal(("visit", "hypertension"), (entry.GetProperty("kind").GetString(), entry.GetProperty("reference").GetString()));
        Assert.Equal("2", entry.GetProperty("facts").GetProperty("outcome").GetString());
        Assert.Equal(154, entry.GetProperty("facts").GetProperty("answers").GetProperty("systolic").GetInt32());
        var record = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{summary.RecordNumber}");
        Assert.Equal(
            [95, 154],
            record.GetProperty("latestReadings").EnumerateArray().Select(reading => reading.GetProperty("value").GetInt32())
        );
    }

    [Fact]
    public async Task TwiceOutOfControl_IsReferred_AndInControlEndsIt()
    {
        await Scene.SavesAsync("""{"systolic":150}""");
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Scene.SavesAsync("""{"systolic":150}""");
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        var third = await Scene.SavesAsync();
        Assert.Equal("referUp", second.GetProperty("actions")[0].GetProperty("code").GetString());
        Assert.Equal(("1", "2027-02-21"), (third.GetProperty("outcome").GetString(), third.GetProperty("nextDueOn").GetString()));
        Assert.Equal(0, Assert.Single((await Scene.ScheduleAsync()).FollowUps).OutOfControl);
    }

    [Fact]
    public async Task EarlierVisitThanTheRulesAskFor_IsAgreed()
    {
        var body = SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow());
        body["nextDueOn"] = "2026-12-20";
        using var answer = await Scene.PutAsync(body);
        Assert.Equal("2026-12-20", (await answer.JsonAsync()).GetProperty("nextDueOn").GetString());
        Assert.Equal(new DateOnly(2026, 12, 20), (await Scene.ScheduleAsync()).NextDueOn);
    }

    [Fact]
    public async Task FollowUpSaved_CostsAtMostSixTransactions_WithAllItsEffects()
    {
        await Scene.SavesAsync();
        await Pipeline.SettledAsync(Scene.App.Storage);
        var before = Calls();
        await Scene.SavesAsync("""{"systolic":185}""");
        await Pipeline.SettledAsync(Scene.App.Storage);
        Assert.InRange(Calls() - before, 1, 6);
    }

    private async Task<JsonElement> EntryAsync(string record) =>
        Assert.Single(
            (await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{record}/entries"))
                .GetProperty("items")
                .EnumerateArray()
                .ToList()
        );

    private long Calls() => Scene.App.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value);

    private static string? DueOn(JsonElement line) => line.GetProperty("followUps")[0].GetProperty("dueOn").GetString();
}
