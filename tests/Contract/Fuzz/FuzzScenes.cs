namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>A scene for several tags, until enough requests went to it: the fewer rows an emulator holds, the faster it is.</summary>
public sealed class FuzzScenes : IAsyncLifetime
{
    // Starting a scene costs as much as some hundred requests.
    private const int MaxRequests = 1_000;
    private FuzzScene? _scene;
    private int _requests;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <param name="requests">How many will be sent.</param>
    internal async Task<FuzzScene> TakeAsync(int requests)
    {
        if (_scene is null || _requests + requests > MaxRequests)
        {
            await DisposeAsync();
            (_scene, _requests) = (await FuzzScene.StartAsync(), 0);
        }

        _requests += requests;
        return _scene;
    }

    public async Task DisposeAsync()
    {
        if (_scene is not null)
        {
            await _scene.DisposeAsync();
        }
    }
}
