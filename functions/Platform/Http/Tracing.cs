using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

public static class Tracing
{
    /// <summary>What ties an answer, its log lines and its audit row together.</summary>
    public static string TraceId(this HttpContext httpContext) =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : httpContext.TraceIdentifier;
}
