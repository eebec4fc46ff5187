using System.Net;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>What is refused to whoever comes second with a plan, comes too early, or is not asked.</summary>
public sealed class PlanRefusalTests() : WithScene<PlanScene>(PlanScene.StartAsync)
{
    private AppUnderTest App => Scene.Township.App;

    private HttpClient Worker => Scene.Township.Worker;

    private HttpClient Responsible => Scene.Township.Physician;

    private HttpClient Specialist => Scene.Specialist;

    private Uri Household => Scene.Household;

    [Fact]
    public async Task SecondOfTwoEdits_IsToldWhatIsDifferent_AndLosesNothing()
    {
        var plan = await Responsible.PlanAsync(Household);
        var (mine, theirs) = (PlanClient.FormOf(plan), PlanClient.FormOf(plan));
        theirs["goals"]![0]!["target"] = 135;
        mine["activities"]!.AsArray().RemoveAt(0);
        Assert.Equal(HttpStatusCode.OK, (await Responsible.EditsAsync(Household, 1, theirs)).Status);

        var (status, problem) = await Responsible.EditsAsync(Household, 1, mine);

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        var (current, difference) = (
            problem.GetProperty("current").GetProperty("plan"),
            problem.GetProperty("current").GetProperty("difference")
        );
        Assert.Equal((2, 1), (current.Version(), difference.GetProperty("from").GetInt32()));
        Assert.Contains(
            difference.GetProperty("goals")[0].GetProperty("fields").EnumerateArray(),
            field => field.GetProperty("field").GetString() == "target" && field.GetProperty("to").GetInt32() == 135
        );
        // Sent again after an answer that was lost, the first finds itself done.
        Assert.Equal((HttpStatusCode.OK, 2), await Versioned(Responsible.EditsAsync(Household, 1, theirs)));
        var merged = PlanClient.FormOf(current);
        merged["activities"]!.AsArray().RemoveAt(0);
        Assert.Equal((HttpStatusCode.OK, 3), await Versioned(Responsible.EditsAsync(Household, 2, merged)));
    }

    [Fact]
    public async Task Steps_AreRefusedToWhomTheyAreNot_AndWhenTheyCannotBe()
    {
        using var stranger = await App.PhysicianAsync("P441402-09");
        using var elsewhere = await App.HealthWorkerAsync("441403");
        var form = PlanClient.FormOf(await Responsible.PlanAsync(Household));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.StepAsync(Household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Worker.StepAsync(Household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Specialist.StepAsync(Household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Specialist.EditsAsync(Household, 1, form)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Specialist.OpinesAsync(Household, 1, "早了")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Responsible.StepAsync(Household, "/withdrawal", 1, new { reason = "试" })).Status);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Responsible.StepAsync(Household, "/review", null, new { })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Responsible.StepAsync(Household, "/review", 2, new { })).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await elsewhere.ReportsAsync(Household, "exercise", Guid.NewGuid(), PlanClient.Done())).Status
        );

        await Responsible.TakesAsync(Household, "/review");
        Assert.Equal(HttpStatusCode.OK, (await Responsible.StepAsync(Household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Responsible.OpinesAsync(Household, 2, "不是我的科室")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Specialist.OpinesAsync(Household, 2, "不是我的科室", "pharmacy")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Specialist.OpinesAsync(Household, 1, "看的是旧版")).Status);
        var (status, problem) = await Responsible.StepAsync(Household, "/decision", 2, new { });
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "opinions-missing"),
            (status, problem.GetProperty("errors")[0].GetProperty("code").GetString())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Responsible.StepAsync(Household, "/cancellation", 2, new { })).Status);
        var decided = await Responsible.TakesAsync(Household, "/decision", new { reason = "已电话沟通" });
        Assert.Equal(["cardiology"], decided.GetProperty("made").Words("missing"));
    }

    private static async Task<(HttpStatusCode, int)> Versioned(Task<(HttpStatusCode Status, JsonElement Body)> step)
    {
        var (status, body) = await step;
        return (status, body.Version());
    }
}
