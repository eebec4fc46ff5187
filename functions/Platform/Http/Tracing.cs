using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

public static class Tracing
{
    /// <summary>
    /// What ties an answer, its log lines, its trace and its audit row together: the trace's id, as <c>ObservedRequests</c> found it.
    /// </summary>
    public static string TraceId(this HttpContext httpContext) => httpContext.TraceIdentifier;
}
