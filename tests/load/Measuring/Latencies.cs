namespace Alleviation.Load.Measuring;

/// <summary>Of one call, in milliseconds.</summary>
internal sealed record Latencies(double P50, double P95, double P99)
{
    public static Latencies Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        return new Latencies(At(0.50), At(0.95), At(0.99));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
