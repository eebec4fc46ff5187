using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Services;

/// <summary>A place with one household, its health worker, its physician and another who could be.</summary>
internal sealed class ServiceScene
{
    private ServiceScene(Place place, string householdId, string name) => (Place, HouseholdId, Name) = (place, householdId, name);

    public Place Place { get; }

    public string Colleague => Place.Specialist;

    public string HouseholdId { get; }

    /// <summary>The household head's.</summary>
    public string Name { get; }

    public static async Task<ServiceScene> StartAsync(Scene scene)
    {
        var place = await scene.HasPlaceAsync();
        await place.HasPhysicianAsync();
        using var worker = await place.WorkerByApiAsync();
        var household = await worker.ListedAsync(await worker.EnrolsAsync(place.Household()));
        await place.HasSpecialistAsync("generalPractice");
        return new ServiceScene(
            place,
            household.GetProperty("id").GetString()!,
            household.GetProperty("members")[0].GetProperty("name").GetString()!
        );
    }

    public async Task<Window> PhysicianAsync(Scene scene, Screen screen, string? physicianId = null, string path = "/") =>
        await scene.SignsInAsync(await Place.AddPhysicianAsync(physicianId), screen, path: path);

    public async Task<Window> WorkerAsync(Scene scene, Screen screen, string path = "/") =>
        await scene.SignsInAsync(await Place.AddWorkerAsync(), screen, path: path);

    public async Task<Household> HeaderAsync()
    {
        Assert.True(Functions.Households.HouseholdId.TryParse(HouseholdId, out var id));
        return (await Place.App.Get<HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household;
    }
}
