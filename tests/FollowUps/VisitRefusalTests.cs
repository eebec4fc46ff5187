using System.Net;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>Visits that are refused: for what they say, or to whom.</summary>
public sealed class VisitRefusalTests() : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
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
        var body = SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow());
        foreach (var change in JsonDocument.Parse(changes).RootElement.EnumerateObject())
        {
            body[change.Name] = change.Value;
        }
        using var answer = await Scene.PutAsync(body);

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
        Assert.Empty((await Scene.SummaryAsync()).Ledgers);
    }

    [Fact]
    public async Task WhoMay_AndWhoSeesNothing()
    {
        await Scene.App.HasPhysicianAsync("P441402004-02", Some.Township);
        using var elsewhere = await Scene.App.HealthWorkerAsync("441403100");
        using var stranger = await Scene.App.PhysicianAsync("P441402004-02");
        using var official = await Scene.App.OfficialAsync(Some.City);
        var id = SomeVisit.Id();

        Assert.Equal(HttpStatusCode.Created, (await Scene.VisitsAsync("hypertension", id: id, by: Scene.Physician)).StatusCode);
        foreach (var nobody in new[] { elsewhere, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Scene.VisitsAsync("hypertension", by: nobody)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Scene.PutAsync(new { form = "no-such-form" }, by: nobody)).StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await nobody.GetAsync($"/api/households/{Scene.Household}/members/1/visits/{id}")).StatusCode
            );
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await Scene.VisitsAsync("hypertension", by: official)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await official.GetAsync($"/api/households/{Scene.Household}/members/1/visits/{id}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await Scene.VisitsAsync("hypertension", member: 9)).StatusCode);
    }
}
