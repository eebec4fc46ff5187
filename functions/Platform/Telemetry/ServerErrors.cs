using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>Counts the answers of 500 and above, by function: what somebody was told that is not his fault.</summary>
public sealed class ServerErrors(ServiceMeter meter)
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    private readonly Counter<long> _errors = meter.Counter(
        "alleviation.http.server_errors",
        "{answer}",
        "Answers with a status of 500 and above"
    );

    /// <summary>Since the start of this process.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Count(string function)
    {
        _counts.AddOrUpdate(function, 1, static (_, count) => count + 1);
        _errors.Add(1, new KeyValuePair<string, object?>("function", function));
    }
}
