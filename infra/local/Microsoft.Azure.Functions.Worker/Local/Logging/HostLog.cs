using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local;

/// <summary>Names, ids and counts; never what a message or request contains.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Executing 'Functions.{Function}' (Reason='{Reason}', Id={InvocationId})")]
    public static partial void Executing(this ILogger log, string function, string reason, string invocationId);

    [LoggerMessage(2, LogLevel.Information, "Executed 'Functions.{Function}' (Succeeded, Id={InvocationId}, Duration={Milliseconds}ms)")]
    public static partial void Succeeded(this ILogger log, string function, string invocationId, long milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Executed 'Functions.{Function}' (Failed, Id={InvocationId}, Duration={Milliseconds}ms)")]
    public static partial void Failed(this ILogger log, Exception thrown, string function, string invocationId, long milliseconds);

    [LoggerMessage(4, LogLevel.Information, "{Count} functions loaded: {Names}")]
    public static partial void Loaded(this ILogger log, int count, string names);

    [LoggerMessage(5, LogLevel.Warning, "Queue '{Queue}' cannot be read now; it is looked at again")]
    public static partial void CannotReceive(this ILogger log, Exception thrown, string queue);

    [LoggerMessage(6, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' could not be settled; it comes back when its lease ends")]
    public static partial void CannotSettle(this ILogger log, Exception thrown, string messageId, string queue);

    [LoggerMessage(7, LogLevel.Debug, "Message {MessageId} of queue '{Queue}' was gone or taken by another")]
    public static partial void MessageGone(this ILogger log, string messageId, string queue);

    [LoggerMessage(8, LogLevel.Warning, "Message {MessageId} has reached the maximum dequeue count of {MaxDequeueCount}. Moving message to queue '{PoisonQueue}'.")]
    public static partial void Poisoned(this ILogger log, string messageId, int maxDequeueCount, string poisonQueue);

    [LoggerMessage(9, LogLevel.Warning, "The lease of message {MessageId} of queue '{Queue}' could not be renewed")]
    public static partial void CannotRenew(this ILogger log, Exception thrown, string messageId, string queue);

    [LoggerMessage(10, LogLevel.Warning, "Queue '{Queue}' holds a message that the application's client cannot decode; reading it with the host's own client")]
    public static partial void CannotDecode(this ILogger log, string queue);

    [LoggerMessage(11, LogLevel.Warning, "Functions still running at the end of the drain are cancelled")]
    public static partial void Abandoning(this ILogger log);

    [LoggerMessage(12, LogLevel.Debug, "The next run of timer '{Function}' is at {Next:O}")]
    public static partial void NextRun(this ILogger log, string function, DateTime next);

    [LoggerMessage(13, LogLevel.Error, "The services of an invocation of 'Functions.{Function}' could not be closed")]
    public static partial void ScopeFailed(this ILogger log, Exception thrown, string function);
}
