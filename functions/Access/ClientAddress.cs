using System.Net;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Access;

/// <summary>Where a call comes from. Counted in memory, never stored or logged.</summary>
internal static class ClientAddress
{
    public static string Of(HttpRequest request)
    {
        var remote = request.HttpContext.Connection.RemoteIpAddress;
        // Behind a proxy on this machine (the Functions host is one) the last entry is the proxy's own observation; earlier ones are
        // hearsay.
        var forwarded =
            remote is null || IPAddress.IsLoopback(remote) ? request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() : "";
        return (IPEndPoint.TryParse(forwarded, out var endPoint) ? endPoint.Address : remote)?.ToString() ?? "";
    }
}
