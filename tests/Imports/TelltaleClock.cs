namespace Alleviation.Tests.Imports;

/// <summary>
/// The real clock, set forward at will; it can tell when it is read, for a household is checked against the time of its enrolment.
/// </summary>
public sealed class TelltaleClock : TimeProvider
{
    private TimeSpan _ahead;
    private int _reads;

    /// <summary>Told with the number of every read since it was set.</summary>
    public Action<int>? WhenRead
    {
        get;
        set => (field, _reads) = (value, 0);
    }

    public void Advance(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow()
    {
        WhenRead?.Invoke(Interlocked.Increment(ref _reads));
        return base.GetUtcNow() + _ahead;
    }
}
