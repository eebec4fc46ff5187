using Alleviation.LocalHost;
using Microsoft.AspNetCore.Builder;

namespace Alleviation.Tests.LocalHost;

/// <summary>A fake worker that was begun, until it is killed or ends.</summary>
internal sealed class FakeStarted(WebApplication web) : IStartedWorker, IDisposable
{
    private readonly CancellationTokenSource _killed = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    public CancellationToken Killed => _killed.Token;
    public Task Ended => _ended.Task;

    public void Dispose() => _killed.Dispose();

    public void Kill()
    {
        if (_killed.IsCancellationRequested)
        {
            return;
        }
        _killed.Cancel();
        _ = web.DisposeAsync().AsTask().ContinueWith(_ => _ended.TrySetResult(), TaskScheduler.Default);
    }
}
