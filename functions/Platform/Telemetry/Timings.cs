using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>How long things take: for the metrics system, and of the last minutes for whoever asks this process.</summary>
public sealed class Timings(ServiceMeter meter, TimeProvider clock)
{
    /// <summary>The time from a request to the answer that takes the work on.</summary>
    public const string Accept = "accept";

    private readonly ConcurrentDictionary<string, RecentTimes> _recent = new(StringComparer.Ordinal);

    private readonly Histogram<double> _accept = meter.Duration(
        "alleviation.accept.duration",
        "From a request to the 202 that takes its work on",
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    );

    private readonly Histogram<double> _stages = meter.Duration(
        "alleviation.stage.duration",
        "From a message's insertion, or the end of its delay, to its handling done",
        [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600]
    );

    /// <summary>By stage, in the order of their names.</summary>
    public IEnumerable<(string Stage, TimesSummary Times)> Recent =>
        _recent
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, Times: pair.Value.Summary()))
            .Where(pair => pair.Times is not null)
            .Select(pair => (pair.Key, pair.Times!));

    public void Accepted(TimeSpan took)
    {
        _accept.Record(took.TotalSeconds);
        Keep(Accept, took);
    }

    /// <param name="since">By another machine's clock, perhaps: what seems to lie ahead took no time.</param>
    public void Done(string stage, DateTimeOffset since)
    {
        var took = clock.GetUtcNow() - since;
        took = took < TimeSpan.Zero ? TimeSpan.Zero : took;
        _stages.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
        Keep(stage, took);
    }

    private void Keep(string stage, TimeSpan took) =>
        _recent.GetOrAdd(stage, static (_, time) => new RecentTimes(time), clock).Add(took.TotalSeconds);
}
