using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>A service with one household, its responsible physician, a cardiologist of the team and the village's health worker.</summary>
internal sealed class PlanStage
{
    private const string ResponsibleId = "P441402004-01";
    private const string CardiologistId = "P441402-01";

    private PlanStage(AppUnderTest app) => App = app;

    public AppUnderTest App { get; }

    public Uri Household { get; private set; } = null!;

    public string Id => Household.ToString().Split('/')[^1];

    public string PlanPath => $"/panel/{Id}/members/1/plan";

    public Person Worker { get; private set; } = null!;

    public Person Cardiologist { get; private set; } = null!;

    public static async Task<PlanStage> OpenAsync(Scene scene)
    {
        var stage = new PlanStage(await scene.StartServiceAsync());
        var app = stage.App;
        await app.HasPhysicianAsync(ResponsibleId, Some.Township);
        await app.HasPhysicianAsync(CardiologistId, Some.County, "cardiology");
        using var worker = await app.HealthWorkerAsync(Some.Township);
        stage.Household = await worker.EnrolsAsync(Some.Household());
        JsonElement listed = await worker.ListedAsync(stage.Household);
        Assert.Equal(ResponsibleId, listed.GetProperty("responsiblePhysician").GetString());
        stage.Worker = await app.AddAccountAsync(Role.HealthWorker, [Some.Township]);
        stage.Cardiologist = await app.AddAccountAsync(Role.Physician, [], CardiologistId);
        return stage;
    }

    public Task<Person> ResponsibleAsync() => App.AddAccountAsync(Role.Physician, [], ResponsibleId);

    /// <summary>The responsible physician by the API.</summary>
    public Task<HttpClient> ByApiAsync() => App.PhysicianAsync(ResponsibleId);
}
