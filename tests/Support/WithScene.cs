namespace Alleviation.Tests.Support;

/// <summary>
/// Tests that each have a scene of their own: it is started before a test and ended after it. A scene has all its parts as soon as there
/// is one, so that no test holds a field which something has yet to fill.
/// </summary>
/// <param name="start">Ends what it began itself where it fails half-way (<see cref="Starting.ThenAsync"/>).</param>
public abstract class WithScene<TScene>(Func<Task<TScene>> start) : IAsyncLifetime
    where TScene : class, IAsyncDisposable
{
    private TScene? _scene;

    protected TScene Scene =>
        _scene ?? throw new InvalidOperationException($"{GetType().Name} asks for its {typeof(TScene).Name}, which is not running.");

    public async Task InitializeAsync() => _scene = await start();

    public async Task DisposeAsync()
    {
        if (Interlocked.Exchange(ref _scene, null) is { } scene)
        {
            await scene.DisposeAsync();
        }
    }
}
