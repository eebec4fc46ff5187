using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>A place with one household, its responsible physician, a cardiologist of the team and the village's health worker.</summary>
internal sealed class PlanStage
{
    private readonly Place _place;

    private PlanStage(Place place, Uri household, Person worker, Person cardiologist) =>
        (_place, Household, Worker, Cardiologist) = (place, household, worker, cardiologist);

    public Uri Household { get; }

    public string Id => Household.ToString().Split('/')[^1];

    public string PlanPath => $"/panel/{Id}/members/1/plan";

    public Person Worker { get; }

    public Person Cardiologist { get; }

    public static async Task<PlanStage> OpenAsync(Scene scene)
    {
        var place = await scene.HasPlaceAsync();
        await place.HasPhysicianAsync();
        await place.HasSpecialistAsync("cardiology");
        using var worker = await place.WorkerByApiAsync();
        var household = await worker.EnrolsAsync(place.Household());
        JsonElement listed = await worker.ListedAsync(household);
        Assert.Equal(place.Physician, listed.GetProperty("responsiblePhysician").GetString());
        return new PlanStage(place, household, await place.AddWorkerAsync(), await place.AddPhysicianAsync(place.Specialist));
    }

    public Task<Person> ResponsibleAsync() => _place.AddPhysicianAsync();

    /// <summary>The responsible physician by the API.</summary>
    public Task<HttpClient> ByApiAsync() => _place.App.PhysicianAsync(_place.Physician);
}
