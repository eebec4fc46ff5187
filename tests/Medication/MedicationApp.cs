using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>
/// A service with a physician and a health worker, for tests that each have a household of their own and leave the clock alone.
/// </summary>
public sealed class MedicationApp : IAsyncLifetime
{
    public AppUnderTest App { get; private set; } = null!;

    public HttpClient Worker { get; private set; } = null!;

    public HttpClient Physician { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await AppUnderTest.StartAsync();
        await App.HasPhysicianAsync(MedicationScene.Responsible, Some.Township);
        (Worker, Physician) = (await App.HealthWorkerAsync(Some.Township), await App.PhysicianAsync(MedicationScene.Responsible));
    }

    /// <param name="member">The household's only one; somebody with hypertension where it is left out.</param>
    /// <param name="isLast">The service ends with this scene.</param>
    internal async Task<MedicationScene> HasAsync(Dictionary<string, object?>? member = null, bool isLast = false)
    {
        var listed = await Worker.ListedAsync(
            await Worker.EnrolsAsync(Some.Household(members: [member ?? Some.Member(conditions: "I10")]))
        );
        Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var household));
        return new MedicationScene(this, household, isLast);
    }

    public async Task DisposeAsync()
    {
        Worker.Dispose();
        Physician.Dispose();
        await App.DisposeAsync();
    }
}
