namespace Alleviation.Tests.Support;

/// <summary>A scene that can be started without being told anything, and so be a fixture.</summary>
public interface IScene<TSelf> : IAsyncDisposable
    where TSelf : class, IScene<TSelf>
{
    static abstract Task<TSelf> StartAsync();
}

/// <summary>One scene for all tests of a class or a collection.</summary>
public sealed class SharedScene<TScene>() : WithScene<TScene>(TScene.StartAsync)
    where TScene : class, IScene<TScene>
{
    public new TScene Scene => base.Scene;
}
