namespace Alleviation.Functions.Platform.Telemetry;

/// <param name="Count">How many were measured within the last 15 minutes.</param>
/// <param name="P50">Seconds that half of them took at most; within a twentieth.</param>
/// <param name="P95">Seconds that nineteen of twenty took at most.</param>
public sealed record TimesSummary(int Count, double P50, double P95);

/// <summary>
/// Durations of the last 15 minutes in this process, sorted by minute and size, for whoever looks without a metrics system. It holds
/// about 14 KB however many there are.
/// </summary>
public sealed class RecentTimes(TimeProvider clock)
{
    private const int Minutes = 15;
    private const double Smallest = 0.001;
    private const double Step = 1.1;

    // From a millisecond in steps of a tenth: the last class begins at 38 days, for messages that were sent to be handled much later.
    private const int Classes = 231;

    private readonly int[,] _counts = new int[Minutes, Classes];
    private readonly long[] _minutes = new long[Minutes];
    private readonly Lock _turn = new();

    public void Add(double seconds)
    {
        var (minute, size) = (Minute(), ClassOf(seconds));
        lock (_turn)
        {
            var slot = minute % Minutes;
            if (_minutes[slot] != minute)
            {
                _minutes[slot] = minute;
                for (var index = 0; index < Classes; index++)
                {
                    _counts[slot, index] = 0;
                }
            }

            _counts[slot, size]++;
        }
    }

    /// <returns>Null where nothing was measured.</returns>
    public TimesSummary? Summary()
    {
        var (oldest, sums) = (Minute() - Minutes + 1, new int[Classes]);
        lock (_turn)
        {
            for (var slot = 0; slot < Minutes; slot++)
            {
                if (_minutes[slot] < oldest)
                {
                    continue;
                }
                for (var index = 0; index < Classes; index++)
                {
                    sums[index] += _counts[slot, index];
                }
            }
        }

        var count = sums.Sum();
        return count == 0 ? null : new TimesSummary(count, At(sums, count * 0.5), At(sums, count * 0.95));
    }

    private static double At(int[] sums, double rank)
    {
        var (index, seen) = (0, sums[0]);
        while (seen < rank)
        {
            seen += sums[++index];
        }
        // The middle of the class.
        return Math.Round(Smallest * Math.Pow(Step, index) / Math.Sqrt(Step), 4);
    }

    private static int ClassOf(double seconds) =>
        seconds <= Smallest ? 0 : Math.Min(Classes - 1, (int)Math.Ceiling(Math.Log(seconds / Smallest) / Math.Log(Step)));

    private long Minute() => clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
}
