using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>Visits that are sent again, at the same time, or late.</summary>
public sealed class RepeatedVisitTests() : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
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
            (await Scene.HouseholdAsync()).Version
        );
        var answers = await Task.WhenAll(
            Scene.PutAsync(body, visitId),
            Scene.PutAsync(body, visitId),
            Scene.VisitsAsync("general", by: Scene.Physician)
        );
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], answers[..2].Select(answer => answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.Created, answers[2].StatusCode);
        Assert.Equal(before + 2, (await Scene.HouseholdAsync()).Version);
    }

    [Fact]
    public async Task SentLate_IsRecorded_AndMovesNothingBackwards()
    {
        var madeAt = Scene.Clock.GetUtcNow() - TimeSpan.FromDays(3);
        await Scene.SavesAsync("""{"systolic":135}""");
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
}
