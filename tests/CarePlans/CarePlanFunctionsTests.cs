using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>The life of a plan by the door: a responsible physician, a specialist of the team, a health worker, and others.</summary>
public sealed class CarePlanFunctionsTests : IAsyncLifetime
{
    private const string ResponsibleId = "P441402004-01";
    private const string SpecialistId = "P441402-01";
    private readonly TestClock _clock = new();
    private AppUnderTest _app = null!;
    private HttpClient _worker = null!;
    private HttpClient _responsible = null!;
    private HttpClient _specialist = null!;
    private Uri _household = null!;

    public async Task InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync(_clock);
        await _app.HasPhysicianAsync(ResponsibleId, Some.Township);
        await _app.HasPhysicianAsync(SpecialistId, Some.County, "cardiology");
        _worker = await _app.HealthWorkerAsync(Some.Township);
        _responsible = await _app.PhysicianAsync(ResponsibleId);
        _specialist = await _app.PhysicianAsync(SpecialistId);
        _household = await _worker.EnrolsAsync(Some.Household());
        await _worker.ListedAsync(_household);
    }

    public async Task DisposeAsync()
    {
        _worker.Dispose();
        _responsible.Dispose();
        _specialist.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task WholeLife_FromDraftToCompletion()
    {
        Assert.Equal(["edit", "submit", "cancel"], (await _responsible.PlanAsync(_household)).Words("steps"));
        Assert.Equal("underReview", (await _responsible.TakesAsync(_household, "/review")).Status());
        Assert.Equal(["opinion"], await TasksAsync(SpecialistId, _specialist));
        Assert.Equal(["decision"], await TasksAsync(ResponsibleId, _responsible));
        Assert.Equal(["cardiology"], (await _specialist.PlanAsync(_household)).Words("speaksFor"));

        var (status, plan) = await _specialist.OpinesAsync(_household, 2, "建议动态血压监测。");
        Assert.Equal((HttpStatusCode.OK, 2), (status, plan.Version()));
        Assert.Empty(await TasksAsync(SpecialistId, _specialist));
        var decided = await _responsible.TakesAsync(_household, "/decision");
        Assert.Equal(("active", 3, 3), (decided.Status(), decided.Version(), decided.GetProperty("activeVersion").GetInt32()));
        Assert.DoesNotContain("decision", await TasksAsync(ResponsibleId, _responsible));
        await _app.CountsAsync(Some.Township, counts => counts.Planned == 1);

        var revised = await _responsible.TakesAsync(_household, "/revision");
        Assert.Equal(("underRevision", 3), (revised.Status(), revised.GetProperty("activeVersion").GetInt32()));
        var form = PlanClient.FormOf(revised);
        form["goals"]!.AsArray().Clear();
        var (edited, other) = await _responsible.EditsAsync(_household, 4, form);
        Assert.Equal((HttpStatusCode.OK, 5, 0), (edited, other.Version(), other.GetProperty("goals").GetArrayLength()));
        Assert.Equal(2, (await _worker.PlanAsync(_household)).GetProperty("inForce").GetProperty("goals").GetArrayLength());
        var restored = await _responsible.TakesAsync(_household, "/withdrawal", new { reason = "住院后再定" });
        Assert.Equal(
            ("active", 6, 6, 2),
            (
                restored.Status(),
                restored.Version(),
                restored.GetProperty("activeVersion").GetInt32(),
                restored.GetProperty("goals").GetArrayLength()
            )
        );
        var completed = await _responsible.TakesAsync(_household, "/completion", new { reason = "疗程结束" });
        Assert.Equal(("completed", 7), (completed.Status(), completed.Version()));
        Assert.False(completed.TryGetProperty("activeVersion", out _));
        Assert.Equal(["restart"], completed.Words("steps"));

        var lines = (await _worker.GetFromJsonAsync<JsonElement>($"{_household}/members/1/care-plan/versions")).GetProperty("items");
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], lines.EnumerateArray().Select(line => line.GetProperty("version").GetInt32()));
        var third = await _worker.GetFromJsonAsync<JsonElement>($"{_household}/members/1/care-plan/versions/3");
        Assert.Equal("建议动态血压监测。", third.GetProperty("opinions")[0].GetProperty("findings").GetString());
        var difference = await _worker.GetFromJsonAsync<JsonElement>($"{_household}/members/1/care-plan/differences?from=3&to=5");
        Assert.Equal(
            ["removed", "removed"],
            difference.GetProperty("goals").EnumerateArray().Select(goal => goal.GetProperty("kind").GetString())
        );
        Assert.Equal(["carePlan", "carePlan", "carePlan", "carePlan", "carePlan", "opinion"], (await EntriesAsync(_worker)).Order());
        await _app.CountsAsync(Some.Township, counts => counts.Planned == 0);
    }

    [Fact]
    public async Task SecondOfTwoEdits_IsToldWhatIsDifferent_AndLosesNothing()
    {
        var plan = await _responsible.PlanAsync(_household);
        var (mine, theirs) = (PlanClient.FormOf(plan), PlanClient.FormOf(plan));
        theirs["goals"]![0]!["target"] = 135;
        mine["activities"]!.AsArray().RemoveAt(0);
        Assert.Equal(HttpStatusCode.OK, (await _responsible.EditsAsync(_household, 1, theirs)).Status);

        var (status, problem) = await _responsible.EditsAsync(_household, 1, mine);

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
        Assert.Equal((HttpStatusCode.OK, 2), await Versioned(_responsible.EditsAsync(_household, 1, theirs)));
        var merged = PlanClient.FormOf(current);
        merged["activities"]!.AsArray().RemoveAt(0);
        Assert.Equal((HttpStatusCode.OK, 3), await Versioned(_responsible.EditsAsync(_household, 2, merged)));
    }

    [Fact]
    public async Task Steps_AreRefusedToWhomTheyAreNot_AndWhenTheyCannotBe()
    {
        using var stranger = await _app.PhysicianAsync("P441402-09");
        using var elsewhere = await _app.HealthWorkerAsync("441403");
        var form = PlanClient.FormOf(await _responsible.PlanAsync(_household));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.StepAsync(_household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _worker.StepAsync(_household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _specialist.StepAsync(_household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _specialist.EditsAsync(_household, 1, form)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _specialist.OpinesAsync(_household, 1, "早了")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _responsible.StepAsync(_household, "/decision", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await _responsible.StepAsync(_household, "/review", null, new { })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _responsible.StepAsync(_household, "/review", 2, new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.ReportsAsync(_household, "exercise", Guid.NewGuid(), Done())).Status);

        await _responsible.TakesAsync(_household, "/review");
        Assert.Equal(HttpStatusCode.OK, (await _responsible.StepAsync(_household, "/review", 1, new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _responsible.OpinesAsync(_household, 2, "不是我的学科")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _specialist.OpinesAsync(_household, 2, "不是我的学科", "pharmacy")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _specialist.OpinesAsync(_household, 1, "看的是旧版")).Status);
        var (status, problem) = await _responsible.StepAsync(_household, "/decision", 2, new { });
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "opinions-missing"),
            (status, problem.GetProperty("errors")[0].GetProperty("code").GetString())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _responsible.StepAsync(_household, "/cancellation", 2, new { })).Status);
        var decided = await _responsible.TakesAsync(_household, "/decision", new { reason = "已电话沟通" });
        Assert.Equal(["cardiology"], decided.GetProperty("made").Words("missing"));
    }

    [Fact]
    public async Task Activities_AreReportedOnce_AndTheNextOneIsOnTheList()
    {
        await _responsible.TakesAsync(_household, "/review");
        await _responsible.TakesAsync(_household, "/decision", new { reason = "试行" });
        var village = $"/api/regions/{Some.Village}/worklist?kind=activity";
        var task = Assert.Single(
            (await _worker.GetFromJsonAsync<JsonElement>(village)).GetProperty("items")[0].GetProperty("tasks").EnumerateArray(),
            one => one.GetProperty("kind").GetString() == "activity"
        );
        Assert.Equal("2026-11-23", task.GetProperty("dueOn").GetString());
        var (code, id) = (task.GetProperty("reference").GetString()!, Guid.NewGuid());
        _clock.Advance(TimeSpan.FromDays(3));
        using var worker = await _app.HealthWorkerAsync(Some.Township);
        Assert.Equal(3, Activity(await worker.PlanAsync(_household), code).GetProperty("overdueDays").GetInt32());

        var at = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => worker.ReportsAsync(_household, code, id, Done())));
        Assert.All(at, one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await worker.ReportsAsync(
                    _household,
                    code,
                    id,
                    new
                    {
                        outcome = "skipped",
                        on = "2026-11-26",
                        reason = "不在家",
                    }
                )
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await worker.ReportsAsync(_household, code, Guid.NewGuid(), new { outcome = "skipped", on = "2026-11-26" })).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await worker.ReportsAsync(_household, code, Guid.NewGuid(), new { outcome = "done", on = "2026-11-27" })).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await worker.ReportsAsync(_household, "nothing", Guid.NewGuid(), Done())).Status);

        var plan = await worker.PlanAsync(_household);
        Assert.Equal(
            ("2026-11-26", 0),
            (Activity(plan, code).GetProperty("lastDoneOn").GetString(), Activity(plan, code).GetProperty("overdueDays").GetInt32())
        );
        Assert.Single(await EntriesAsync(worker), kind => kind == "activity");
        Assert.NotEqual(
            code,
            (await worker.GetFromJsonAsync<JsonElement>(village))
                .GetProperty("items")[0]
                .GetProperty("tasks")[0]
                .GetProperty("reference")
                .GetString()
        );
        Assert.Equal(3, plan.Version());
    }

    [Fact]
    public async Task NewIllness_PutsAPlanInForceUnderRevision_AndASpecialistWhoLeavesIsAskedNoMore()
    {
        await _responsible.TakesAsync(_household, "/review");
        await _responsible.TakesAsync(_household, "/decision", new { reason = "试行" });
        await _app.HasPhysicianAsync("P441402-02", Some.County, "endocrinology");
        var form = (await _worker.GetFromJsonAsync<JsonNode>($"{_household}/enrolment"))!;
        form["members"]![0]!["conditions"]!.AsArray().Add(new JsonObject { ["code"] = "E11" });
        var version = (await _worker.GetFromJsonAsync<JsonElement>(_household)).GetProperty("version").GetInt32();
        using (var corrected = await _worker.CorrectsAsync(_household, form, version))
        {
            Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        }
        await _worker.ListedAsync(_household);

        var plan = await Eventually.SeesAsync(() => _responsible.PlanAsync(_household), one => one.Status() == "underRevision");
        Assert.Equal((4, 3), (plan.Version(), plan.GetProperty("activeVersion").GetInt32()));
        Assert.Equal(["decision"], await TasksAsync(ResponsibleId, _responsible));
        await _responsible.TakesAsync(_household, "/review");
        using var endocrinologist = await _app.PhysicianAsync("P441402-02");
        Assert.Equal(["opinion"], await TasksAsync("P441402-02", endocrinologist));
        Assert.Equal(["opinion"], await TasksAsync(SpecialistId, _specialist));
        await _app.CountsAsync(Some.Township, counts => counts.Planned == 1);
    }

    private static object Done() => new { outcome = "done", on = "2026-11-26" };

    private static JsonElement Activity(JsonElement plan, string code) =>
        plan.GetProperty("activities").EnumerateArray().Single(one => one.GetProperty("code").GetString() == code);

    private static async Task<(HttpStatusCode, int)> Versioned(Task<(HttpStatusCode Status, JsonElement Body)> step)
    {
        var (status, body) = await step;
        return (status, body.Version());
    }

    private static async Task<string[]> TasksAsync(string physician, HttpClient client) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{physician}/worklist"))
                .GetProperty("items")
                .EnumerateArray()
                .SelectMany(line => line.GetProperty("tasks").EnumerateArray())
                .Select(task => task.GetProperty("kind").GetString()!),
        ];

    private async Task<string[]> EntriesAsync(HttpClient reader)
    {
        var number = (await reader.GetFromJsonAsync<JsonElement>(_household)).RecordNumbers()[0];
        return
        [
            .. (await reader.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("kind").GetString()!),
        ];
    }
}
