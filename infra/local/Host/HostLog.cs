namespace Alleviation.LocalHost;

/// <summary>Names, ids and counts; never what a message or request contains.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "{Count} functions loaded: {Names}. Listening on {Url}")]
    public static partial void Started(this ILogger log, int count, string names, string url);
    [LoggerMessage(2, LogLevel.Information, "Executing 'Functions.{Function}' (Reason='{Reason}', Id={InvocationId})")]
    public static partial void Executing(this ILogger log, string function, string reason, string invocationId);
    [LoggerMessage(3, LogLevel.Information, "Executed 'Functions.{Function}' (Succeeded, Id={InvocationId}, Duration={Milliseconds}ms)")]
    public static partial void Succeeded(this ILogger log, string function, string invocationId, long milliseconds);
    [LoggerMessage(4, LogLevel.Error, "Executed 'Functions.{Function}' (Failed, Id={InvocationId}, Duration={Milliseconds}ms): {Failure}")]
    public static partial void Failed(this ILogger log, string function, string invocationId, long milliseconds, string failure);
    [LoggerMessage(5, LogLevel.Error, "'Functions.{Function}' went on after functionTimeout and its cancellation; its worker is ended (Id={InvocationId})")]
    public static partial void WentOn(this ILogger log, string function, string invocationId);
    [LoggerMessage(6, LogLevel.Warning, "The answer of 'Functions.{Function}' did not get through (Id={InvocationId})")]
    public static partial void NotForwarded(this ILogger log, Exception? thrown, string function, string invocationId);
    [LoggerMessage(7, LogLevel.Warning, "Queue '{Queue}' cannot be read now; it is looked at again")]
    public static partial void CannotReceive(this ILogger log, Exception thrown, string queue);
    [LoggerMessage(8, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' could not be settled; it comes back when its lease ends")]
    public static partial void CannotSettle(this ILogger log, Exception thrown, string messageId, string queue);
    [LoggerMessage(9, LogLevel.Warning, "The lease of message {MessageId} of queue '{Queue}' could not be renewed")]
    public static partial void CannotRenew(this ILogger log, Exception thrown, string messageId, string queue);
    [LoggerMessage(10, LogLevel.Warning, "Message {MessageId} has reached the maximum dequeue count of {Count}. Moving message to queue '{PoisonQueue}'.")]
    public static partial void Poisoned(this ILogger log, string messageId, int count, string poisonQueue);
    [LoggerMessage(11, LogLevel.Error, "Message {MessageId} of queue '{Queue}' is not base64, which host.json says it is")]
    public static partial void CannotDecode(this ILogger log, string messageId, string queue);
    [LoggerMessage(12, LogLevel.Warning, "Functions still running at the end of the drain are cancelled")]
    public static partial void Abandoning(this ILogger log);
    [LoggerMessage(13, LogLevel.Error, "The worker ended. Another one starts in {Milliseconds} ms")]
    public static partial void WorkerEnded(this ILogger log, Exception? thrown, long milliseconds);
}
