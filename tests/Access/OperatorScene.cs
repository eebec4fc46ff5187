using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>The first operator has signed in.</summary>
public sealed record OperatorScene(AccessApp App, string OperatorToken) : IAsyncDisposable
{
    public static Task<OperatorScene> StartAsync() =>
        AccessApp.StartAsync().ThenAsync(async app => new OperatorScene(app, await app.TokenOfAsync(AccessApp.OperatorName)));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
