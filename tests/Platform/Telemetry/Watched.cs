using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Platform.Telemetry;

/// <summary>One measurement as it left its instrument.</summary>
public sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>
/// Listens where an exporter would: to all traces of the process (a source is one for all applications; look for your own ids), and to
/// the metrics of one application.
/// </summary>
public sealed class Watched : IDisposable
{
    public const string Worker = "Microsoft.Azure.Functions.Worker";

    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<Measured> _measurements = new();
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics = new();

    public Watched(AppUnderTest app)
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Traces.Name or Worker,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_traces);
        var own = app.Get<IMeterFactory>();
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (!ReferenceEquals(instrument.Meter.Scope, own) || instrument.Meter.Name != ServiceMeter.Name)
            {
                return;
            }
            listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measurements.Enqueue(Of(instrument, value, tags)));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measurements.Enqueue(Of(instrument, value, tags)));
        _metrics.Start();
    }

    /// <summary>All that have ended, in that order.</summary>
    public IReadOnlyCollection<Activity> Activities => _activities;

    public IReadOnlyCollection<Measured> Measurements => _measurements;

    public IEnumerable<Measured> Of(string name) => _measurements.Where(measured => measured.Name == name);

    /// <summary>Asks the observable gauges, as an exporter does from time to time.</summary>
    public IReadOnlyList<Measured> Gauges(string name)
    {
        _measurements.Clear();
        _metrics.RecordObservableInstruments();
        return [.. Of(name)];
    }

    /// <summary>Until such an activity has ended.</summary>
    public Task SeesAsync(Func<Activity, bool> wanted) => Eventually.TrueAsync(() => Task.FromResult(Activities.Any(wanted)));

    /// <summary>The activities of the trace in which the household went its way, once a stage of it has ended.</summary>
    public async Task<IReadOnlyList<Activity>> TraceOfAsync(string household)
    {
        var found = await Eventually.SeesAsync(
            () => Task.FromResult(Activities.Where(activity => Equals(activity.GetTagItem("alleviation.household"), household)).ToList()),
            found => found.Count > 0
        );
        var trace = Assert.Single(found.Select(activity => activity.TraceId).Distinct());
        return await Eventually.SeesAsync(
            () => Task.FromResult(Activities.Where(activity => activity.TraceId == trace).ToList()),
            all => all.Any(activity => activity.Source.Name == Worker)
        );
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static Measured Of(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        new(instrument.Name, value, tags.ToArray().ToDictionary());
}
