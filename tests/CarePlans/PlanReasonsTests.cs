using System.Net;
using System.Text.Json.Nodes;
using Alleviation.Functions.Coverage;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Medication;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>The plan follows its reasons: what it was made for, and what is not so any more.</summary>
public sealed class PlanReasonsTests(SharedScene<TownshipScene> shared) : IClassFixture<SharedScene<TownshipScene>>
{
    [Fact]
    public async Task ConditionEnteredInError_LeavesNothing_OnTheListsAndInTheFigures()
    {
        var scene = await shared.Scene.HasPatientAsync(Some.Member(conditions: "I10"));
        await scene.Physician.TakesAsync(scene.Location, "/review");
        await scene.Physician.TakesAsync(scene.Location, "/decision", new { reason = "急需" });
        await scene.Talk.CallAsync(
            "Visits_Save",
            201,
            SomeVisit.Body("hypertension", scene.App.Clock.GetUtcNow()),
            scene.Path(("visitId", SomeVisit.Id())),
            by: scene.Worker
        );
        var clock = (TestClock)scene.App.Clock;

        await scene.CorrectsAsync(member => member["conditions"] = new JsonArray());

        var household = await scene.HouseholdAsync();
        Assert.Equal(("cancelled", 0), (household.Members[0].Plan!.Status, household.Members[0].Plan!.FollowUps.Count));
        Assert.Empty(household.Tasks);
        var counts = CoverageCounts.Of(household, DateOnly.FromDateTime(clock.GetUtcNow().Date).AddDays(300));
        Assert.Equal((0, 0, 0), (counts.Overdue, counts.FollowUpsDue, counts.FollowUpsOnTime));
        Assert.Empty(counts.Followed);
        var plan = await scene.Physician.PlanAsync(scene.Location);
        Assert.Equal(("cancelled", "lapse"), (plan.Status(), plan.GetProperty("made").GetProperty("step").GetString()));
        // Nothing calls for a plan: none can be begun.
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await scene.Physician.StepAsync(scene.Location, "/restart", plan.Version(), new { })).Status
        );

        await scene.CorrectsAsync(member => member["conditions"] = new JsonArray(new JsonObject { ["code"] = "I10" }));
        Assert.Equal("draft", (await scene.Physician.PlanAsync(scene.Location)).Status());
        Assert.Equal(1, CoverageCounts.Of(await scene.HouseholdAsync(), DateOnly.FromDateTime(clock.GetUtcNow().Date)).FollowUpsOnTime);
    }

    [Fact]
    public async Task BirthYearCorrected_TakesTheYearlyCheckAway()
    {
        var member = Some.Member(conditions: "I10");
        member.Remove("idNumber");
        (member["idMissingReason"], member["sex"], member["bornOn"]) = ("papersLost", "1", "1950-02-03");
        var scene = await shared.Scene.HasPatientAsync(member);
        Assert.Contains((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps, visit => visit.Form == "elderlyHealthCheck");

        await scene.CorrectsAsync(form => form["bornOn"] = "1990-02-03");

        Assert.Equal(["hypertension"], (await scene.HouseholdAsync()).Members[0].Plan!.FollowUps.Select(visit => visit.Form));
    }

    [Fact]
    public async Task BirthYearCorrected_BringsTheYearlyCheck()
    {
        var member = Some.Member(conditions: "I10");
        member.Remove("idNumber");
        (member["idMissingReason"], member["sex"], member["bornOn"]) = ("papersLost", "1", "1990-02-03");
        var scene = await shared.Scene.HasPatientAsync(member);

        await scene.CorrectsAsync(form => form["bornOn"] = "1950-02-03");

        var visits = (await scene.HouseholdAsync()).Members[0].Plan!.FollowUps.Select(visit => visit.Form);
        Assert.Equal(["elderlyHealthCheck", "hypertension"], visits.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnotherIllnessThanTheOneEntered_TakesItsPlace()
    {
        var scene = await shared.Scene.HasPatientAsync(Some.Member(conditions: "I10"));

        await scene.CorrectsAsync(member => member["conditions"] = new JsonArray(new JsonObject { ["code"] = "E11" }));

        var household = await scene.HouseholdAsync();
        Assert.Equal(["type2Diabetes"], household.Members[0].Plan!.FollowUps.Select(visit => visit.Form));
        Assert.Equal(["draft"], [household.Members[0].Plan!.Status]);
    }

    /// <summary>Today is 23 November 2026.</summary>
    [Theory]
    [InlineData(null, "2026-11-20", "2026-11-27")]
    [InlineData("2026-11-20", "2026-11-22", "2026-11-29")]
    [InlineData("2026-11-22", "2026-11-20", "2026-11-27")]
    [InlineData("2026-11-20", "2026-11-20", "2026-11-27")]
    public async Task DayOfTheBirthCorrected_MovesTheFirstVisit(string? entered, string right, string dueOn)
    {
        var mother = Some.Member("0", "19960101", male: false, "Z39");
        ((List<Dictionary<string, object?>>)mother["conditions"]!)[0]["diagnosedOn"] = entered;
        var scene = await shared.Scene.HasPatientAsync(mother);

        await scene.CorrectsAsync(form => (form["phone"], form["conditions"]![0]!["diagnosedOn"]) = ("13800000001", right));

        var visit = Assert.Single((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps);
        Assert.Equal(("postnatalVisit", DateOnly.Parse(dueOn, null)), (visit.Form, visit.DueOn));
    }

    [Fact]
    public async Task BirthYearCorrected_OfAHealthyPerson_CancelsThePlan()
    {
        var member = Some.Member();
        member.Remove("idNumber");
        (member["idMissingReason"], member["sex"], member["bornOn"]) = ("papersLost", "1", "1950-02-03");
        var scene = await shared.Scene.HasPatientAsync(member);

        await scene.CorrectsAsync(form => form["bornOn"] = "1990-02-03");

        var household = await scene.HouseholdAsync();
        Assert.Equal("cancelled", household.Members[0].Plan!.Status);
        Assert.Equal(0, CoverageCounts.Of(household, new DateOnly(2028, 1, 1)).Overdue);
    }

    [Fact]
    public async Task CancelledPlan_CanBeBegunAnew()
    {
        var scene = await shared.Scene.HasPatientAsync(Some.Member(conditions: "I10"));
        await scene.Physician.TakesAsync(scene.Location, "/cancellation", new { reason = "外出务工" });

        var plan = await scene.Physician.TakesAsync(scene.Location, "/restart", new { reason = "已返乡" });

        Assert.Equal(("draft", 3), (plan.Status(), plan.Version()));
        Assert.NotEmpty(plan.GetProperty("goals").EnumerateArray());
        Assert.Equal("hypertension", Assert.Single((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps).Form);
        Assert.Equal("underReview", (await scene.Physician.TakesAsync(scene.Location, "/review")).Status());
    }
}
