namespace Alleviation.Demo.Year;

/// <summary>The service with a clock that can be moved: in processes of its own for ./run.sh, in the test's own for a test.</summary>
internal interface IMovedService : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>From now on it is this moment, and time goes on from there.</summary>
    void MoveTo(DateTimeOffset moment);

    /// <summary>Runs a timer function now.</summary>
    Task FireAsync(string timerFunction);

    /// <summary>Until nothing of what was asked for is under way in these queues.</summary>
    Task SettledAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken);
}
