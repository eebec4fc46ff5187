using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

internal sealed class LocalTraceContext(string traceParent, string traceState) : TraceContext
{
    public override string TraceParent { get; } = traceParent;

    public override string TraceState { get; } = traceState;

    /// <summary>The trace that the invocation is part of; a new one if nobody traces.</summary>
    public static LocalTraceContext Current() => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? new LocalTraceContext(activity.Id!, activity.TraceStateString ?? "")
        : new LocalTraceContext($"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00", "");
}
