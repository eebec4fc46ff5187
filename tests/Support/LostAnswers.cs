using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Support;

/// <summary>
/// Loses the answer to the first try of every call: storage has done it, and the client's own retry meets what it did. Taking messages
/// is left alone, for what is taken and lost only comes later.
/// </summary>
public sealed class LostAnswers
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public bool On { get; set; }

    public Fault? For(HttpRequest request) =>
        On && !IsTaking(request) && _seen.TryAdd(request.Headers["x-ms-client-request-id"].ToString(), true)
            ? new Fault(FaultKind.Closes, IsBehind: true)
            : null;

    private static bool IsTaking(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal);
}
