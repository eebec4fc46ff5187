namespace Alleviation.Tests.Support;

/// <summary>A service with a physician and a health worker of one township.</summary>
public sealed class TownshipScene : IScene<TownshipScene>
{
    public const string PhysicianId = "P441402004-01";

    private TownshipScene(AppUnderTest app, HttpClient worker, HttpClient physician) => (App, Worker, Physician) = (app, worker, physician);

    public AppUnderTest App { get; }

    public HttpClient Worker { get; }

    public HttpClient Physician { get; }

    public TestClock Clock => (TestClock)App.Clock;

    public static Task<TownshipScene> StartAsync() => StartAsync("generalPractice");

    public static Task<TownshipScene> StartAsync(string disciplines, bool keepsPoison = false) =>
        AppUnderTest
            .StartAsync(keepsPoison: keepsPoison)
            .ThenAsync(async app =>
            {
                await app.HasPhysicianAsync(PhysicianId, Some.Township, disciplines);
                return new TownshipScene(app, await app.HealthWorkerAsync(Some.Township), await app.PhysicianAsync(PhysicianId));
            });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
