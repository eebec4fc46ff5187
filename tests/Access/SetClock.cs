namespace Alleviation.Tests.Access;

/// <summary>A clock that stands until somebody moves it.</summary>
public sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
