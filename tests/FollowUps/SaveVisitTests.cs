using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
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
        await SavedAsync("""{"systolic":150}""");
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        var second = await SavedAsync("""{"systolic":150}""");
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        var third = await SavedAsync();

        Assert.Equal("referUp", second.GetProperty("actions")[0].GetProperty("code").GetString());
        Assert.Equal(("1", "2027-02-21"), (third.GetProperty("outcome").GetString(), third.GetProperty("nextDueOn").GetString()));
        Assert.Equal(0, Assert.Single((await Scene.ScheduleAsync()).FollowUps).OutOfControl);
    }

    [Fact]
    public async Task UrgentVisit_StandsFirstOnTheList_UntilAVisitFindsItGone()
    {
        var urgent = await SavedAsync("""{"systolic":185,"dangerSigns":["vision"]}""");

        Assert.True(urgent.GetProperty("urgent").GetBoolean());
        Assert.Equal(2, urgent.GetProperty("atOnce").GetArrayLength());
        Assert.Equal("urgent", (await Scene.LineAsync()).GetProperty("urgency").GetString());
        Assert.Equal(2, (await Scene.ScheduleAsync()).Urgencies.Count);
        Scene.Clock.Advance(TimeSpan.FromHours(2));
        await SavedAsync("""{"systolic":185}""");
        Assert.Equal("systolic", Assert.Single((await Scene.ScheduleAsync()).Urgencies).Reading);
        Scene.Clock.Advance(TimeSpan.FromHours(2));
        var calm = await SavedAsync();
        Assert.Equal("due", calm.GetProperty("line").GetProperty("urgency").GetString());
        Assert.Equal("due", (await Scene.LineAsync()).GetProperty("urgency").GetString());
        Assert.Empty((await Scene.ScheduleAsync()).Urgencies);
    }

    [Fact]
    public async Task SentAgain_IsTheSameVisit_AndOtherContentUnderItsIdIsRefused()
    {
        var (id, body) = (SomeVisit.Id(), SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow()));
        using var first = await Scene.PutAsync(body, id);
        var saved = await first.JsonAsync();
        Scene.Clock.Advance(TimeSpan.FromHours(6));
        using var again = await Scene.PutAsync(body, id);
        using var other = await Scene.PutAsync(SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow()), id);

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict),
            (first.StatusCode, again.StatusCode, other.StatusCode)
        );
        var repeated = await again.JsonAsync();
        Assert.Equal(saved.GetProperty("householdVersion").GetInt32(), repeated.GetProperty("householdVersion").GetInt32());
        Assert.Equal(saved.GetProperty("outcome").GetString(), repeated.GetProperty("outcome").GetString());
        Assert.Equal("visit-differs", (await other.JsonAsync()).GetProperty("code").GetString());
        var read = await Scene.Physician.GetFromJsonAsync<JsonElement>($"/api/households/{Scene.Household}/members/1/visits/{id}");
        Assert.Equal(130, read.GetProperty("answers").GetProperty("systolic").GetInt32());
    }

    [Fact]
    public async Task TwoAtOnce_AreBothSaved_AndTheSameTwiceAtOnceIsSavedOnce()
    {
        var (visitId, body, before) = (
            SomeVisit.Id(),
            SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow()),
            (await HouseholdAsync()).Version
        );
        var answers = await Task.WhenAll(
            Scene.PutAsync(body, visitId),
            Scene.PutAsync(body, visitId),
            Scene.VisitsAsync("general", by: Scene.Physician)
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], answers[..2].Select(answer => answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.Created, answers[2].StatusCode);
        Assert.Equal(before + 2, (await HouseholdAsync()).Version);
    }

    [Fact]
    public async Task SentLate_IsRecorded_AndMovesNothingBackwards()
    {
        var madeAt = Scene.Clock.GetUtcNow() - TimeSpan.FromDays(3);
        await SavedAsync("""{"systolic":135}""");
        var newest = Assert.Single((await Scene.ScheduleAsync()).FollowUps);
        using var late = await Scene.VisitsAsync("hypertension", """{"systolic":190}""", at: madeAt);

        Assert.Equal(HttpStatusCode.Created, late.StatusCode);
        Assert.Equal(newest, Assert.Single((await Scene.ScheduleAsync()).FollowUps));
        Assert.Empty((await Scene.ScheduleAsync()).Urgencies);
        var answer = await late.JsonAsync();
        Assert.True(answer.GetProperty("urgent").GetBoolean());
        Assert.Equal("2027-02-21", answer.GetProperty("nextDueOn").GetString());
        var record = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{(await Scene.SummaryAsync()).RecordNumber}");
        Assert.Equal(
            135,
            record
                .GetProperty("latestReadings")
                .EnumerateArray()
                .Single(reading => reading.GetProperty("code").GetString() == "systolic")
                .GetProperty("value")
                .GetInt32()
        );
        Assert.Equal(2, (await Scene.SummaryAsync()).Ledgers.Single().Months.Sum(month => month.OnTime));
    }

    [Fact]
    public async Task DangerSign_OutlastsACorrectionOfTheEnrolment()
    {
        await SavedAsync("""{"dangerSigns":["headache"]}""");
        var location = new Uri($"/api/households/{Scene.Household}", UriKind.Relative);
        var form = await Scene.Worker.GetFromJsonAsync<Dictionary<string, object?>>($"{location}/enrolment");
        form!["address"] = "示范路2号";
        using (var corrected = await Scene.Worker.CorrectsAsync(location, form, (await HouseholdAsync()).Version))
        {
            Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        }
        await Scene.Worker.ListedAsync(location);

        Assert.Equal("hypertension", Assert.Single((await Scene.ScheduleAsync()).Urgencies).Form);
        Assert.NotEmpty((await Scene.SummaryAsync()).Ledgers);
    }

    [Fact]
    public async Task UrgentVisitOfSomebodyWithoutAPlan_IsATaskOfThePhysician_UntilTheNext()
    {
        using (var urgent = await Scene.VisitsAsync("general", """{"dangerSigns":["chestTightness"]}""", member: 3))
        {
            Assert.Equal(HttpStatusCode.Created, urgent.StatusCode);
        }
        Assert.Equal("urgent", (await Scene.LineAsync(3)).GetProperty("urgency").GetString());
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        using (await Scene.VisitsAsync("general", member: 3)) { }

        Assert.DoesNotContain((await HouseholdAsync()).Tasks, task => task.Member == 3);
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
    public async Task FollowUpSaved_CostsAtMostEightTransactions_WithAllItsEffects()
    {
        await SavedAsync();
        await Pipeline.SettledAsync(Scene.App.Storage);

        var before = Calls();
        await SavedAsync("""{"systolic":185}""");
        await Pipeline.SettledAsync(Scene.App.Storage);

        Assert.InRange(Calls() - before, 1, 8);
    }

    private async Task<JsonElement> SavedAsync(string changes = "{}")
    {
        using var answer = await Scene.VisitsAsync("hypertension", changes);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private async Task<Household> HouseholdAsync() =>
        (await Scene.App.Get<HouseholdTable>().FindAsync(Scene.Household, CancellationToken.None))!.Household;

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
