using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>
/// A service with those who talk in consultations, for tests that each have a household of their own and leave the clock alone.
/// </summary>
public sealed class ConsultationsApp : IScene<ConsultationsApp>
{
    public const string Responsible = TownshipScene.PhysicianId;
    public const string Pharmacist = "P441402-05";

    private ConsultationsApp(TownshipScene township, HttpClient pharmacist) => (Township, PharmacistClient) = (township, pharmacist);

    public TownshipScene Township { get; }

    public HttpClient PharmacistClient { get; }

    public static Task<ConsultationsApp> StartAsync() =>
        TownshipScene
            .StartAsync()
            .ThenAsync(async township =>
            {
                await township.App.HasPhysicianAsync(Pharmacist, Some.County, "pharmacy");
                return new ConsultationsApp(township, await township.App.PhysicianAsync(Pharmacist));
            });

    public ValueTask DisposeAsync() => Township.DisposeAsync();
}
