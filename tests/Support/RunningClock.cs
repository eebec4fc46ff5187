namespace Alleviation.Tests.Support;

/// <summary>The real clock, which a test may move forward: for a service that a browser with a clock of its own talks to.</summary>
public sealed class RunningClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
