namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>How long to leave a queue alone: twice as long after each look in vain, give or take a fifth, so that hosts do not look in step.</summary>
internal sealed class PollingPause(TimeSpan longest)
{
    private const double Spread = 0.2;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private TimeSpan _next = Shortest;

    public TimeSpan Next()
    {
        var pause = _next < longest ? _next : longest;
        _next = pause * 2;
#pragma warning disable CA5394 // Nobody gains by foreseeing when a queue is looked at.
        var spread = pause * (1 + (Random.Shared.NextDouble() - 0.5) * 2 * Spread);
#pragma warning restore CA5394
        return spread < longest ? spread : longest;
    }

    public void Reset() => _next = Shortest;
}
