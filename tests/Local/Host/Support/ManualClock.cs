namespace Alleviation.Tests.Local.Host.Support;

/// <summary>A clock that moves when the test moves it, and whose timers fire then.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = now;

    /// <summary>How many wait for the clock.</summary>
    public int Waiting
    {
        get { lock (_lock) { return _alarms.Count(alarm => alarm.Due is not null); } }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) { return _now; }
    }

    public void Advance(TimeSpan time)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += time;
            due = [.. _alarms.Where(alarm => alarm.Due <= _now)];
            due.ForEach(alarm => alarm.Due = null);
        }

        due.ForEach(alarm => alarm.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_lock) { _alarms.Add(alarm); }
        return alarm;
    }

    private sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock) { Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime; }
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock) { clock._alarms.Remove(this); }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
