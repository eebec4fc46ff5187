using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Services;

/// <summary>A service of its own with one household, its health worker, its physician and another who could be.</summary>
internal sealed class ServiceScene
{
    public const string Responsible = "P441402004-01";
    public const string Colleague = "P441402004-02";

    private ServiceScene(AppUnderTest app, string householdId, string name) => (App, HouseholdId, Name) = (app, householdId, name);

    public AppUnderTest App { get; }

    public string HouseholdId { get; }

    /// <summary>The household head's.</summary>
    public string Name { get; }

    public static async Task<ServiceScene> StartAsync(Scene scene)
    {
        var app = await scene.StartServiceAsync();
        await app.HasPhysicianAsync(Responsible, Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        await app.HasPhysicianAsync(Colleague, Some.Township);
        return new ServiceScene(
            app,
            household.GetProperty("id").GetString()!,
            household.GetProperty("members")[0].GetProperty("name").GetString()!
        );
    }

    public async Task<Window> PhysicianAsync(Scene scene, Screen screen, string physicianId = Responsible) =>
        await scene.SignsInAsync(await App.AddAccountAsync(Role.Physician, [], physicianId), screen);

    public async Task<Window> WorkerAsync(Scene scene, Screen screen) =>
        await scene.SignsInAsync(await App.AddAccountAsync(Role.HealthWorker, [Some.Township]), screen);

    public async Task<Household> HeaderAsync()
    {
        Assert.True(Functions.Households.HouseholdId.TryParse(HouseholdId, out var id));
        return (await App.Get<HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household;
    }
}
