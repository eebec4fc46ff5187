using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>Activities of a plan in force, by the endpoints: reported, and what is due next.</summary>
public sealed class PlanActivityFunctionsTests() : WithScene<PlanScene>(PlanScene.StartAsync)
{
    private AppUnderTest App => Scene.Township.App;

    private HttpClient Worker => Scene.Township.Worker;

    private HttpClient Responsible => Scene.Township.Physician;

    private Uri Household => Scene.Household;

    [Fact]
    public async Task Activities_AreReportedOnce_AndTheNextOneIsOnTheList()
    {
        await Responsible.TakesAsync(Household, "/review");
        await Responsible.TakesAsync(Household, "/decision", new { reason = "试行" });
        var village = $"/api/regions/{Some.Village}/worklist?kind=activity";
        var task = Assert.Single(
            (await Worker.GetFromJsonAsync<JsonElement>(village)).GetProperty("items")[0].GetProperty("tasks").EnumerateArray(),
            entry => entry.GetProperty("kind").GetString() == "activity"
        );
        Assert.Equal("2026-11-29", task.GetProperty("dueOn").GetString());
        var named = Activity(await Worker.PlanAsync(Household), task.GetProperty("reference").GetString()!);
        Assert.Equal(named.GetProperty("label").GetRawText(), task.GetProperty("label").GetRawText());
        Assert.Equal(named.GetProperty("discipline").GetString(), task.GetProperty("discipline").GetString());
        var (code, id) = (task.GetProperty("reference").GetString()!, Guid.NewGuid());
        Scene.Township.Clock.Advance(TimeSpan.FromDays(9));
        using var worker = await App.HealthWorkerAsync(Some.Township);
        Assert.Equal(3, Activity(await worker.PlanAsync(Household), code).GetProperty("overdueDays").GetInt32());
        var reports = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => worker.ReportsAsync(Household, code, id, PlanClient.Done("2026-12-02")))
        );
        Assert.All(reports, report => Assert.Equal(HttpStatusCode.OK, report.Status));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await worker.ReportsAsync(
                    Household,
                    code,
                    id,
                    new
                    {
                        outcome = "skipped",
                        on = "2026-12-02",
                        reason = "不在家",
                    }
                )
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await worker.ReportsAsync(Household, code, Guid.NewGuid(), new { outcome = "skipped", on = "2026-12-02" })).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await worker.ReportsAsync(Household, code, Guid.NewGuid(), new { outcome = "done", on = "2026-12-03" })).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await worker.ReportsAsync(Household, "nothing", Guid.NewGuid(), PlanClient.Done("2026-12-02"))).Status
        );
        var plan = await worker.PlanAsync(Household);
        Assert.Equal(
            ("2026-12-02", 0),
            (Activity(plan, code).GetProperty("lastDoneOn").GetString(), Activity(plan, code).GetProperty("overdueDays").GetInt32())
        );
        Assert.Single(await Scene.EntriesAsync(worker), kind => kind == "activity");
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

    private static JsonElement Activity(JsonElement plan, string code) =>
        plan.GetProperty("activities").EnumerateArray().Single(activity => activity.GetProperty("code").GetString() == code);
}
