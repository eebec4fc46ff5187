using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Alleviation.Load.Service;

/// <summary>
/// Counts in the local host its calls to queues, each try of each, under the names that the worker gives its own. The host does not count
/// them itself; the runtime measures every call of an HTTP client, and the port tells which are for queues.
/// </summary>
internal static class HostCalls
{
    /// <returns>Calls by kind, from now on until the process ends.</returns>
    public static IReadOnlyDictionary<string, long> Listen(int queuePort)
    {
        var counts = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(counts, tags, queuePort));
        listener.Start();
        return counts;
    }

    private static void Count(ConcurrentDictionary<string, long> counts, ReadOnlySpan<KeyValuePair<string, object?>> tags, int queuePort)
    {
        var (isOfQueues, method) = (false, "");
        foreach (var (name, value) in tags)
        {
            if (name is "server.port")
            {
                isOfQueues = value is int port && port == queuePort;
            }
            if (name is "http.request.method")
            {
                method = value as string ?? "";
            }
        }

        if (isOfQueues)
        {
            counts.AddOrUpdate(KindOf(method), 1, static (_, count) => count + 1);
        }
    }

    // Only a message that is put aside has other calls: its queue is made by PUT, too.
    private static string KindOf(string method) =>
        method switch
        {
            "GET" => "queue receive",
            "DELETE" => "queue delete",
            "PUT" => "queue renew",
            "POST" => "queue put",
            _ => $"queue {method}",
        };
}
