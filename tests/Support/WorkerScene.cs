namespace Alleviation.Tests.Support;

/// <summary>A service with a health worker, where nobody has to be routed to a physician.</summary>
public sealed class WorkerScene : IScene<WorkerScene>
{
    private WorkerScene(AppUnderTest app, HttpClient worker) => (App, Worker) = (app, worker);

    public AppUnderTest App { get; }

    public HttpClient Worker { get; }

    public static Task<WorkerScene> StartAsync() => StartAsync(Some.Township);

    /// <param name="region">The health worker's.</param>
    public static Task<WorkerScene> StartAsync(string region) =>
        AppUnderTest.StartAsync().ThenAsync(async app => new WorkerScene(app, await app.HealthWorkerAsync(region)));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
