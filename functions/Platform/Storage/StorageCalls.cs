using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// Counts every call that leaves for storage, by service and kind (such as <c>table POST $batch</c>): what a household costs is
/// counted, not estimated. Each try of a retried call counts, for each is paid for.
/// </summary>
public sealed class StorageCalls : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Tells each call apart by its service: one counter serves all clients.</summary>
    public override void OnSendingRequest(HttpMessage message) =>
        _counts.AddOrUpdate(KindOf(message.Request), 1, static (_, count) => count + 1);

    private static string KindOf(Request request)
    {
        var address = request.Uri.ToUri();
        var path = address.AbsolutePath;
        if (path.EndsWith("/messages", StringComparison.Ordinal))
        {
            return request.Method == RequestMethod.Get ? "queue receive" : "queue put";
        }

        if (path.Contains("/messages/", StringComparison.Ordinal))
        {
            return request.Method == RequestMethod.Delete ? "queue delete" : "queue renew";
        }

        if (path.EndsWith("/$batch", StringComparison.Ordinal)) { return "table batch"; }
        if (path.EndsWith("()", StringComparison.Ordinal)) { return "table query"; }
        return path.Contains("PartitionKey=", StringComparison.Ordinal) && request.Method == RequestMethod.Get
            ? "table get"
            : path.Contains("PartitionKey=", StringComparison.Ordinal) ? "table write"
            : request.Method == RequestMethod.Post && !path.EndsWith("/Tables", StringComparison.Ordinal) ? "table insert"
            : "set up";
    }
}
