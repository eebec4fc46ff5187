using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Alleviation.Functions.Platform.Telemetry;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// Counts every call that leaves for storage by its kind (such as <c>table batch</c>), and makes it a part of the trace that asks for it:
/// what a household costs is counted, not estimated. Each try of a retried call counts, for each is paid for.
/// </summary>
public sealed class StorageCalls(ServiceMeter meter) : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    private readonly Counter<long> _calls = meter.Counter(
        "alleviation.storage.calls",
        "{call}",
        "Calls that left for storage, each try of a retried one"
    );

    /// <summary>By kind, since the start of this process.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var activity = Begin(message.Request);
        try
        {
            await ProcessNextAsync(message, pipeline);
            activity?.Answered(message.Response.Status);
        }
        catch (Exception fault) when (activity is not null)
        {
            activity.Fail(fault);
            throw;
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var activity = Begin(message.Request);
        try
        {
            ProcessNext(message, pipeline);
            activity?.Answered(message.Response.Status);
        }
        catch (Exception fault) when (activity is not null)
        {
            activity.Fail(fault);
            throw;
        }
    }

    private Activity? Begin(Request request)
    {
        var call = StorageCall.Of(request.Method, request.Uri.ToUri());
        _counts.AddOrUpdate(call.Kind, 1, static (_, count) => count + 1);
        _calls.Add(1, new KeyValuePair<string, object?>("kind", call.Kind));
        return Traces.Call(call.Kind)?.About(call);
    }
}
