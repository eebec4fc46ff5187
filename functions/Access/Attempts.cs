namespace Alleviation.Functions.Access;

/// <summary>Failed sign-ins of one user name since the last good one, and until when the name is locked for them.</summary>
public sealed record Attempts(int Failures, DateTimeOffset LockedUntil)
{
    public static Attempts None { get; } = new(0, DateTimeOffset.MinValue);

    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    public Attempts AfterFailure(DateTimeOffset now, AccessOptions options)
    {
        var failures = Failures + 1;
        if (failures < options.FailuresBeforeLock)
        {
            return new Attempts(failures, DateTimeOffset.MinValue);
        }
        var doublings = Math.Min(failures - options.FailuresBeforeLock, 20);
        var pause = TimeSpan.FromTicks(Math.Min(options.FirstLock.Ticks << doublings, options.MaxLock.Ticks));
        return new Attempts(failures, now + pause);
    }
}
