using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

public sealed class SaveVisitTests : IAsyncLifetime
{
    private VisitApp _app = null!;

    public async Task InitializeAsync() => _app = await VisitApp.StartAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task Visit_IsAnsweredWithWhatToDo_AndEverythingFollowsAtOnce()
    {
        using var answer = await _app.VisitsAsync("hypertension", """{"systolic":{"value":20.5,"unit":"kPa"},"diastolic":95}""");

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
        Assert.Equal("2026-12-07", visit.GetProperty("line").GetProperty("dueOn").GetString());
        Assert.Equal(answer.Headers.ETag!.Tag, $"\"v{visit.GetProperty("householdVersion").GetInt32()}\"");

        Assert.Equal("2026-12-07", (await _app.LineAsync()).GetProperty("dueOn").GetString());
        var followUp = Assert.Single((await _app.ScheduleAsync()).FollowUps);
        Assert.Equal((_app.Today, "2", 1), (followUp.LastOn, followUp.LastOutcome, followUp.OutOfControl));
        var summary = await _app.SummaryAsync();
        Assert.Equal(_app.Clock.GetUtcNow(), summary.LastEntryAt);
        Assert.Equal(new DateOnly(2026, 12, 7), Assert.Single(summary.Plan!.FollowUps).DueOn);
        var entry = await EntryAsync(summary.RecordNumber!);
        Assert.Equal(("visit", "hypertension"), (entry.GetProperty("kind").GetString(), entry.GetProperty("reference").GetString()));
        Assert.Equal("2", entry.GetProperty("facts").GetProperty("outcome").GetString());
        Assert.Equal(154, entry.GetProperty("facts").GetProperty("answers").GetProperty("systolic").GetInt32());
        var record = await _app.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{summary.RecordNumber}");
        Assert.Equal(
            [95, 154],
            record.GetProperty("latestReadings").EnumerateArray().Select(reading => reading.GetProperty("value").GetInt32())
        );
    }

    [Fact]
    public async Task TwiceOutOfControl_IsReferred_AndInControlEndsIt()
    {
        await SavedAsync("""{"systolic":150}""");
        _app.Clock.Advance(TimeSpan.FromHours(1));
        var second = await SavedAsync("""{"systolic":150}""");
        _app.Clock.Advance(TimeSpan.FromHours(1));
        var third = await SavedAsync();

        Assert.Equal("referUp", second.GetProperty("actions")[0].GetProperty("code").GetString());
        Assert.Equal(("1", "2027-02-21"), (third.GetProperty("outcome").GetString(), third.GetProperty("nextDueOn").GetString()));
        Assert.Equal(0, Assert.Single((await _app.ScheduleAsync()).FollowUps).OutOfControl);
    }

    [Fact]
    public async Task UrgentVisit_StandsFirstOnTheList_UntilAVisitFindsItGone()
    {
        var urgent = await SavedAsync("""{"systolic":185,"dangerSigns":["vision"]}""");

        Assert.True(urgent.GetProperty("urgent").GetBoolean());
        Assert.Equal(2, urgent.GetProperty("atOnce").GetArrayLength());
        Assert.Equal("urgent", (await _app.LineAsync()).GetProperty("urgency").GetString());
        Assert.Equal(2, (await _app.ScheduleAsync()).Urgencies.Count);
        _app.Clock.Advance(TimeSpan.FromHours(2));
        await SavedAsync("""{"systolic":185}""");
        Assert.Equal("systolic", Assert.Single((await _app.ScheduleAsync()).Urgencies).Reading);
        _app.Clock.Advance(TimeSpan.FromHours(2));
        var calm = await SavedAsync();
        Assert.Equal("due", calm.GetProperty("line").GetProperty("urgency").GetString());
        Assert.Equal("due", (await _app.LineAsync()).GetProperty("urgency").GetString());
        Assert.Empty((await _app.ScheduleAsync()).Urgencies);
    }

    [Fact]
    public async Task SentAgain_IsTheSameVisit_AndOtherContentUnderItsIdIsRefused()
    {
        var (id, body) = (SomeVisit.Id(), SomeVisit.Body("hypertension", _app.Clock.GetUtcNow()));
        using var first = await _app.PutAsync(body, id);
        var saved = await first.JsonAsync();
        _app.Clock.Advance(TimeSpan.FromHours(6));
        using var again = await _app.PutAsync(body, id);
        using var other = await _app.PutAsync(SomeVisit.Body("hypertension", _app.Clock.GetUtcNow()), id);

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict),
            (first.StatusCode, again.StatusCode, other.StatusCode)
        );
        var repeated = await again.JsonAsync();
        Assert.Equal(saved.GetProperty("householdVersion").GetInt32(), repeated.GetProperty("householdVersion").GetInt32());
        Assert.Equal(saved.GetProperty("outcome").GetString(), repeated.GetProperty("outcome").GetString());
        Assert.Equal("visit-differs", (await other.JsonAsync()).GetProperty("code").GetString());
        var read = await _app.Physician.GetFromJsonAsync<JsonElement>($"/api/households/{_app.Household}/members/1/visits/{id}");
        Assert.Equal(130, read.GetProperty("answers").GetProperty("systolic").GetInt32());
    }

    [Fact]
    public async Task TwoAtOnce_AreBothSaved_AndTheSameTwiceAtOnceIsSavedOnce()
    {
        var (one, body, before) = (
            SomeVisit.Id(),
            SomeVisit.Body("hypertension", _app.Clock.GetUtcNow()),
            (await HouseholdAsync()).Version
        );
        var answers = await Task.WhenAll(
            _app.PutAsync(body, one),
            _app.PutAsync(body, one),
            _app.VisitsAsync("general", by: _app.Physician)
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], answers[..2].Select(answer => answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.Created, answers[2].StatusCode);
        Assert.Equal(before + 2, (await HouseholdAsync()).Version);
    }

    [Fact]
    public async Task SentLate_IsRecorded_AndMovesNothingBackwards()
    {
        var madeAt = _app.Clock.GetUtcNow() - TimeSpan.FromDays(3);
        await SavedAsync("""{"systolic":135}""");
        var newest = Assert.Single((await _app.ScheduleAsync()).FollowUps);
        using var late = await _app.VisitsAsync("hypertension", """{"systolic":190}""", at: madeAt);

        Assert.Equal(HttpStatusCode.Created, late.StatusCode);
        Assert.Equal(newest, Assert.Single((await _app.ScheduleAsync()).FollowUps));
        Assert.Empty((await _app.ScheduleAsync()).Urgencies);
        var answer = await late.JsonAsync();
        Assert.True(answer.GetProperty("urgent").GetBoolean());
        Assert.Equal("2027-02-21", answer.GetProperty("nextDueOn").GetString());
        var record = await _app.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{(await _app.SummaryAsync()).RecordNumber}");
        Assert.Equal(
            135,
            record
                .GetProperty("latestReadings")
                .EnumerateArray()
                .Single(reading => reading.GetProperty("code").GetString() == "systolic")
                .GetProperty("value")
                .GetInt32()
        );
        Assert.Equal(2, (await _app.SummaryAsync()).Ledgers.Single().Months.Sum(month => month.OnTime));
    }

    [Fact]
    public async Task DangerSign_OutlastsACorrectionOfTheEnrolment()
    {
        await SavedAsync("""{"dangerSigns":["headache"]}""");
        var location = new Uri($"/api/households/{_app.Household}", UriKind.Relative);
        var form = await _app.Worker.GetFromJsonAsync<Dictionary<string, object?>>($"{location}/enrolment");
        form!["address"] = "示范路2号";
        using (var corrected = await _app.Worker.CorrectsAsync(location, form, (await HouseholdAsync()).Version))
        {
            Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        }
        await _app.Worker.ListedAsync(location);

        Assert.Equal("hypertension", Assert.Single((await _app.ScheduleAsync()).Urgencies).Form);
        Assert.NotEmpty((await _app.SummaryAsync()).Ledgers);
    }

    [Fact]
    public async Task UrgentVisitOfSomebodyWithoutAPlan_IsATaskOfThePhysician_UntilTheNext()
    {
        using (var urgent = await _app.VisitsAsync("general", """{"dangerSigns":["chestTightness"]}""", member: 3))
        {
            Assert.Equal(HttpStatusCode.Created, urgent.StatusCode);
        }
        Assert.Equal("urgent", (await _app.LineAsync(3)).GetProperty("urgency").GetString());
        _app.Clock.Advance(TimeSpan.FromHours(1));
        using (await _app.VisitsAsync("general", member: 3)) { }

        Assert.Empty((await HouseholdAsync()).Tasks);
    }

    [Theory]
    [InlineData("""{"form":"no-such-form"}""", "form unknown-value")]
    [InlineData("""{"contactMode":"9"}""", "contactMode unknown-value")]
    [InlineData("""{"at":"2026-11-23T10:30:00+08:00"}""", "at in-the-future")]
    [InlineData("""{"at":"2025-11-01T10:30:00+08:00"}""", "at too-long-ago")]
    [InlineData("""{"at":"2199-12-31T23:59:59Z"}""", "at in-the-future")]
    [InlineData("""{"at":"1900-01-02T00:00:00Z"}""", "at too-long-ago")]
    [InlineData("""{"nextDueOn":"2026-11-23"}""", "nextDueOn next-visit-range")]
    [InlineData("""{"nextDueOn":"2027-02-22"}""", "nextDueOn next-visit-range")]
    [InlineData(
        """{"answers":{}}""",
        "answers.dangerSigns required,answers.systolic required,answers.diastolic required,"
            + "answers.adherence required,answers.adverseReaction required,answers.complication required"
    )]
    public async Task WhatIsWrong_IsAllSaid_AndNothingIsSaved(string changes, string errors)
    {
        var body = SomeVisit.Body("hypertension", _app.Clock.GetUtcNow());
        foreach (var change in JsonDocument.Parse(changes).RootElement.EnumerateObject())
        {
            body[change.Name] = change.Value;
        }
        using var answer = await _app.PutAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            errors,
            string.Join(
                ',',
                (await answer.JsonAsync())
                    .GetProperty("errors")
                    .EnumerateArray()
                    .Select(error => $"{error.GetProperty("field").GetString()} {error.GetProperty("code").GetString()}")
            )
        );
        Assert.Empty((await _app.SummaryAsync()).Ledgers);
    }

    [Fact]
    public async Task EarlierVisitThanTheRulesAskFor_IsAgreed()
    {
        var body = SomeVisit.Body("hypertension", _app.Clock.GetUtcNow());
        body["nextDueOn"] = "2026-12-20";
        using var answer = await _app.PutAsync(body);

        Assert.Equal("2026-12-20", (await answer.JsonAsync()).GetProperty("nextDueOn").GetString());
        Assert.Equal(new DateOnly(2026, 12, 20), (await _app.ScheduleAsync()).NextDueOn);
    }

    [Fact]
    public async Task WhoMay_AndWhoSeesNothing()
    {
        await _app.App.HasPhysicianAsync("P441402004-02", Some.Township);
        using var elsewhere = await _app.App.HealthWorkerAsync("441403100");
        using var stranger = await _app.App.PhysicianAsync("P441402004-02");
        using var official = await _app.App.OfficialAsync(Some.City);
        var id = SomeVisit.Id();

        Assert.Equal(HttpStatusCode.Created, (await _app.VisitsAsync("hypertension", id: id, by: _app.Physician)).StatusCode);
        foreach (var nobody in new[] { elsewhere, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _app.VisitsAsync("hypertension", by: nobody)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await _app.PutAsync(new { form = "no-such-form" }, by: nobody)).StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await nobody.GetAsync($"/api/households/{_app.Household}/members/1/visits/{id}")).StatusCode
            );
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await _app.VisitsAsync("hypertension", by: official)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await official.GetAsync($"/api/households/{_app.Household}/members/1/visits/{id}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await _app.VisitsAsync("hypertension", member: 9)).StatusCode);
    }

    [Fact]
    public async Task FollowUpSaved_CostsAtMostEightTransactions_WithAllItsEffects()
    {
        await SavedAsync();
        await Pipeline.SettledAsync(_app.App.Storage);

        var before = Calls();
        await SavedAsync("""{"systolic":185}""");
        await Pipeline.SettledAsync(_app.App.Storage);

        Assert.InRange(Calls() - before, 1, 8);
    }

    private async Task<JsonElement> SavedAsync(string changes = "{}")
    {
        using var answer = await _app.VisitsAsync("hypertension", changes);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private async Task<Household> HouseholdAsync() =>
        (await _app.App.Get<HouseholdTable>().FindAsync(_app.Household, CancellationToken.None))!.Household;

    private async Task<JsonElement> EntryAsync(string record) =>
        Assert.Single(
            (await _app.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{record}/entries"))
                .GetProperty("items")
                .EnumerateArray()
                .ToList()
        );

    private long Calls() => _app.App.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value);
}
