using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>A place with one household, its responsible physician, a cardiologist of the team and the village's health worker.</summary>
internal sealed class PlanStage
{
    private readonly Place _place;

    private PlanStage(Place place) => _place = place;

    public Uri Household { get; private set; } = null!;

    public string Id => Household.ToString().Split('/')[^1];

    public string PlanPath => $"/panel/{Id}/members/1/plan";

    public Person Worker { get; private set; } = null!;

    public Person Cardiologist { get; private set; } = null!;

    public static async Task<PlanStage> OpenAsync(Scene scene)
    {
        var place = await scene.HasPlaceAsync();
        var stage = new PlanStage(place);
        await place.HasPhysicianAsync();
        await place.HasSpecialistAsync("cardiology");
        using var worker = await place.WorkerByApiAsync();
        stage.Household = await worker.EnrolsAsync(place.Household());
        JsonElement listed = await worker.ListedAsync(stage.Household);
        Assert.Equal(place.Physician, listed.GetProperty("responsiblePhysician").GetString());
        stage.Worker = await place.AddWorkerAsync();
        stage.Cardiologist = await place.AddPhysicianAsync(place.Specialist);
        return stage;
    }

    public Task<Person> ResponsibleAsync() => _place.AddPhysicianAsync();

    /// <summary>The responsible physician by the API.</summary>
    public Task<HttpClient> ByApiAsync() => _place.App.PhysicianAsync(_place.Physician);
}
