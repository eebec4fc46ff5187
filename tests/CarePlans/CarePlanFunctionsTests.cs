using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>The life of a plan by the endpoints: a responsible physician, a specialist of the team, a health worker, and others.</summary>
public sealed class CarePlanFunctionsTests() : WithScene<PlanScene>(PlanScene.StartAsync)
{
    private AppUnderTest App => Scene.Township.App;

    private HttpClient Worker => Scene.Township.Worker;

    private HttpClient Responsible => Scene.Township.Physician;

    private HttpClient Specialist => Scene.Specialist;

    private Uri Household => Scene.Household;

    [Fact]
    public async Task WholeLife_FromDraftToCompletion()
    {
        Assert.Equal(["edit", "submit", "decide", "cancel"], (await Responsible.PlanAsync(Household)).Words("steps"));
        Assert.Equal("underReview", (await Responsible.TakesAsync(Household, "/review")).Status());
        Assert.Equal(["opinion"], await TasksAsync(PlanScene.SpecialistId, Specialist));
        Assert.Equal(["decision"], await TasksAsync(TownshipScene.PhysicianId, Responsible));
        Assert.Equal(["cardiology"], (await Specialist.PlanAsync(Household)).Words("speaksFor"));
        var (status, plan) = await Specialist.OpinesAsync(Household, 2, "建议动态血压监测。");
        Assert.Equal((HttpStatusCode.OK, 2), (status, plan.Version()));
        Assert.Empty(await TasksAsync(PlanScene.SpecialistId, Specialist));
        var decided = await Responsible.TakesAsync(Household, "/decision");
        Assert.Equal(("active", 3, 3), (decided.Status(), decided.Version(), decided.GetProperty("activeVersion").GetInt32()));
        Assert.DoesNotContain("decision", await TasksAsync(TownshipScene.PhysicianId, Responsible));
        await App.CountsAsync(Some.Township, counts => counts.Planned == 1);
        var revised = await Responsible.TakesAsync(Household, "/revision");
        Assert.Equal(("underRevision", 3), (revised.Status(), revised.GetProperty("activeVersion").GetInt32()));
        var form = PlanClient.FormOf(revised);
        form["goals"]!.AsArray().Clear();
        var (edited, other) = await Responsible.EditsAsync(Household, 4, form);
        Assert.Equal((HttpStatusCode.OK, 5, 0), (edited, other.Version(), other.GetProperty("goals").GetArrayLength()));
        Assert.Equal(2, (await Worker.PlanAsync(Household)).GetProperty("inForce").GetProperty("goals").GetArrayLength());
        var restored = await Responsible.TakesAsync(Household, "/withdrawal", new { reason = "住院后再定" });
        Assert.Equal(
            ("active", 6, 6, 2),
            (
                restored.Status(),
                restored.Version(),
                restored.GetProperty("activeVersion").GetInt32(),
                restored.GetProperty("goals").GetArrayLength()
            )
        );
        var completed = await Responsible.TakesAsync(Household, "/completion", new { reason = "疗程结束" });
        Assert.Equal(("completed", 7), (completed.Status(), completed.Version()));
        Assert.False(completed.TryGetProperty("activeVersion", out _));
        Assert.Equal(["restart"], completed.Words("steps"));
        var lines = (await Worker.GetFromJsonAsync<JsonElement>($"{Household}/members/1/care-plan/versions")).GetProperty("items");
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], lines.EnumerateArray().Select(line => line.GetProperty("version").GetInt32()));
        var third = await Worker.GetFromJsonAsync<JsonElement>($"{Household}/members/1/care-plan/versions/3");
        Assert.Equal("建议动态血压监测。", third.GetProperty("opinions")[0].GetProperty("findings").GetString());
        var difference = await Worker.GetFromJsonAsync<JsonElement>($"{Household}/members/1/care-plan/differences?from=3&to=5");
        Assert.Equal(
            ["removed", "removed"],
            difference.GetProperty("goals").EnumerateArray().Select(goal => goal.GetProperty("kind").GetString())
        );
        Assert.Equal(["carePlan", "carePlan", "carePlan", "carePlan", "carePlan", "opinion"], (await Scene.EntriesAsync(Worker)).Order());
        await App.CountsAsync(Some.Township, counts => counts.Planned == 0);
    }

    [Fact]
    public async Task NewIllness_PutsAPlanInForceUnderRevision_AndASpecialistWhoLeavesIsAskedNoMore()
    {
        await Responsible.TakesAsync(Household, "/review");
        await Responsible.TakesAsync(Household, "/decision", new { reason = "试行" });
        await App.HasPhysicianAsync("P441402-02", Some.County, "endocrinology");
        var form = (await Worker.GetFromJsonAsync<JsonNode>($"{Household}/enrolment"))!;
        form["members"]![0]!["conditions"]!.AsArray().Add(new JsonObject { ["code"] = "E11" });
        var version = (await Worker.GetFromJsonAsync<JsonElement>(Household)).GetProperty("version").GetInt32();
        using (var corrected = await Worker.CorrectsAsync(Household, form, version))
        {
            Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        }
        await Worker.ListedAsync(Household);
        var plan = await Eventually.SeesAsync(() => Responsible.PlanAsync(Household), plan => plan.Status() == "underRevision");
        Assert.Equal((4, 3), (plan.Version(), plan.GetProperty("activeVersion").GetInt32()));
        Assert.Equal(["decision"], await TasksAsync(TownshipScene.PhysicianId, Responsible));
        await Responsible.TakesAsync(Household, "/review");
        using var endocrinologist = await App.PhysicianAsync("P441402-02");
        Assert.Equal(["opinion"], await TasksAsync("P441402-02", endocrinologist));
        Assert.Equal(["opinion"], await TasksAsync(PlanScene.SpecialistId, Specialist));
        await App.CountsAsync(Some.Township, counts => counts.Planned == 1);
    }

    private static async Task<string[]> TasksAsync(string physician, HttpClient client) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{physician}/worklist"))
                .GetProperty("items")
                .EnumerateArray()
                .SelectMany(line => line.GetProperty("tasks").EnumerateArray())
                .Select(task => task.GetProperty("kind").GetString()!)
                .Where(kind => kind != "activity"),
        ];
}
