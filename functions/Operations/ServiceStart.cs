using Alleviation.Functions.Platform;

namespace Alleviation.Functions.Operations;

/// <summary>Remembers when this process began to work.</summary>
public sealed class ServiceStart(TimeProvider clock) : BeforeStart
{
    public DateTimeOffset At { get; private set; }

    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        At = clock.GetUtcNow();
        return Task.CompletedTask;
    }
}
