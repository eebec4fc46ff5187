using Microsoft.Extensions.Hosting;

namespace Alleviation.Functions.Platform;

/// <summary>
/// What has to be true before the first request or message. The worker opens its stream to the host in its own StartAsync, and what
/// other services do in theirs comes after the first messages: only StartingAsync is certain to come before.
/// </summary>
public abstract class BeforeStart : IHostedLifecycleService
{
    /// <summary>Throws where the app must not start.</summary>
    public abstract Task StartingAsync(CancellationToken cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
