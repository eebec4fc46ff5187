using System.Diagnostics;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>
/// The service's own part of a trace: the handling of messages and the calls to storage. The activity of each invocation is the
/// worker's. Attributes hold names of functions, queues and tables, numbers and ids that reveal nothing; never keys of rows,
/// addresses or queries.
/// </summary>
public static class Traces
{
    public const string Name = nameof(Alleviation);

    private static readonly ActivitySource Source = new(Name);

    /// <summary>What a message is to carry of the trace that sends it; null where nobody listens.</summary>
    public static string? Parent =>
        Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>
    /// Where an invocation is not among the traces that are kept, the worker has no activity for it. This one is never exported: it
    /// passes the id on, so that everything that follows is sampled alike.
    /// </summary>
    /// <param name="host">W3C traceparent, from the host.</param>
    public static Activity? Carry(string? host) =>
        Source.HasListeners() && Activity.Current is null && ActivityContext.TryParse(host, null, out _)
            ? new Activity("invocation").SetParentId(host!).Start()
            : null;

    /// <summary>
    /// The handling of a message: a child of whoever sent it, so that a request and all that follows are one trace; linked with the
    /// invocation that the host made of the message, which begins a trace of its own. Without a sender, a child of the invocation.
    /// </summary>
    /// <param name="sender">W3C traceparent, from the message.</param>
    public static Activity? Handle(string queue, string message, string? sender, long delivery)
    {
        if (!Source.HasListeners())
        {
            return null;
        }
        var invocation = Activity.Current;
        var isSent = ActivityContext.TryParse(sender, null, isRemote: true, out var parent);
        return Source.StartActivity(
            $"process {queue}",
            ActivityKind.Consumer,
            isSent ? parent : invocation?.Context ?? default,
            [
                new("messaging.system", "azure_queue"),
                new("messaging.operation.name", "process"),
                new("messaging.destination.name", queue),
                new("alleviation.message", message),
                new("alleviation.delivery", delivery),
            ],
            isSent && invocation is not null ? [new ActivityLink(invocation.Context)] : null
        );
    }

    /// <summary>A call to storage, within whatever asks for it. Calls that nobody asked for, as at start, are no traces.</summary>
    public static Activity? Call(string name) =>
        Source.HasListeners() && Activity.Current is not null ? Source.StartActivity(name, ActivityKind.Client) : null;

    /// <summary>It went wrong: the kind of fault, never its text, which may quote what somebody typed.</summary>
    public static void Fail(this Activity activity, Exception fault)
    {
        activity.SetTag("error.type", fault.GetType().Name);
        activity.SetStatus(ActivityStatusCode.Error);
    }
}
