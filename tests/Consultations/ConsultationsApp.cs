using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>
/// A service with those who talk in consultations, for tests that each have a household of their own and leave the clock alone.
/// </summary>
public sealed class ConsultationsApp : IAsyncLifetime
{
    public const string Responsible = "P441402004-01";
    public const string Pharmacist = "P441402-05";

    public AppUnderTest App { get; private set; } = null!;

    public HttpClient Worker { get; private set; } = null!;

    public HttpClient Physician { get; private set; } = null!;

    public HttpClient PharmacistClient { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await AppUnderTest.StartAsync();
        await App.HasPhysicianAsync(Responsible, Some.Township);
        await App.HasPhysicianAsync(Pharmacist, Some.County, "pharmacy");
        (Worker, Physician, PharmacistClient) = (
            await App.HealthWorkerAsync(Some.Township),
            await App.PhysicianAsync(Responsible),
            await App.PhysicianAsync(Pharmacist)
        );
    }

    public async Task DisposeAsync()
    {
        Worker.Dispose();
        Physician.Dispose();
        PharmacistClient.Dispose();
        await App.DisposeAsync();
    }
}
