using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Platform.Telemetry;

public sealed class RecentTimesTests
{
    private const double Closeness = 0.05;

    private readonly TestClock _clock = new();

    [Fact]
    public void Nothing_HasNoSummary() => Assert.Null(new RecentTimes(_clock).Summary());

    [Fact]
    public void Percentiles_AreWithinATwentieth()
    {
        var times = new RecentTimes(_clock);
        for (var number = 1; number <= 1_000; number++)
        {
            times.Add(number / 100.0);
        }

        var summary = times.Summary()!;

        Assert.Equal(1_000, summary.Count);
        Assert.InRange(summary.P50, 5 * (1 - Closeness), 5 * (1 + Closeness));
        Assert.InRange(summary.P95, 9.5 * (1 - Closeness), 9.5 * (1 + Closeness));
    }

    [Fact]
    public void ExtremesAreCounted_NotLost()
    {
        var times = new RecentTimes(_clock);
        foreach (var seconds in new[] { 0, 1e9 })
        {
            times.Add(seconds);
        }

        Assert.Equal(2, times.Summary()!.Count);
        Assert.True(times.Summary()!.P95 > TimeSpan.FromDays(30).TotalSeconds);
    }

    [Fact]
    public void AfterFifteenMinutes_TheyAreForgotten()
    {
        var times = new RecentTimes(_clock);
        times.Add(1);
        _clock.Advance(TimeSpan.FromMinutes(14));
        times.Add(2);
        Assert.Equal(2, times.Summary()!.Count);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, times.Summary()!.Count);
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Null(times.Summary());
    }
}
