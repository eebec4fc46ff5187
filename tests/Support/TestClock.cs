namespace Alleviation.Tests.Support;

/// <summary>
/// A clock that a test moves. Waiting stays real: only what the time is can be set. With FakeTimeProvider the service's own waits for its
/// queues and retries would stand still too; it is for what runs without a service.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public TestClock()
        : this(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)) { }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
