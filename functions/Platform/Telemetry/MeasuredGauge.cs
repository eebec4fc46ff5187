using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>
/// A gauge whose figures cost storage calls: they are measured by a timer and told at every reading, for as long as they are fresh. One
/// that could not be measured, or that another host measures by now, is not told at all: a gap is seen, an old figure is not.
/// </summary>
public sealed class MeasuredGauge
{
    /// <summary>Two rounds of the timer and some delay.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(150);

    private readonly ConcurrentDictionary<string, (double Value, DateTimeOffset At)> _measured = new(StringComparer.Ordinal);
    private readonly ObservableGauge<double> _gauge;
    private readonly string? _attribute;
    private readonly TimeProvider _clock;

    internal MeasuredGauge(Meter meter, string name, string unit, string description, string? attribute, TimeProvider clock)
    {
        (_attribute, _clock) = (attribute, clock);
        _gauge = meter.CreateObservableGauge(name, Read, unit, description);
    }

    public string Name => _gauge.Name;

    /// <summary>Somebody reads it: only then it is worth measuring.</summary>
    public bool IsRead => _gauge.Enabled;

    /// <param name="value">Null where it could not be measured.</param>
    public void Set(double? value, string of = "")
    {
        if (value is { } measured)
        {
            _measured[of] = (measured, _clock.GetUtcNow());
        }
        else
        {
            _measured.TryRemove(of, out _);
        }
    }

    private IEnumerable<Measurement<double>> Read()
    {
        var since = _clock.GetUtcNow() - Fresh;
        foreach (var (of, (value, at)) in _measured)
        {
            if (at < since)
            {
                continue;
            }
            yield return _attribute is null ? new(value) : new(value, new KeyValuePair<string, object?>(_attribute, of));
        }
    }
}
