using System.Diagnostics.Metrics;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>The one meter of the service; slices make their instruments with it.</summary>
public sealed class ServiceMeter(IMeterFactory meters, TimeProvider clock)
{
    public const string Name = nameof(Alleviation);

    private readonly Meter _meter = meters.Create(Name);

    public Counter<long> Counter(string name, string unit, string description) => _meter.CreateCounter<long>(name, unit, description);

    /// <param name="limits">Of the classes into which measurements are sorted, in seconds.</param>
    public Histogram<double> Duration(string name, string description, IReadOnlyList<double> limits) =>
        _meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = limits });

    /// <summary>A figure that somebody has to measure; see <see cref="MeasuredGauge"/>.</summary>
    /// <param name="attribute">What tells its figures apart; null for a gauge of one figure.</param>
    public MeasuredGauge Gauge(string name, string unit, string description, string? attribute = null) =>
        new(_meter, name, unit, description, attribute, clock);
}
