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

    [LoggerMessage(5, LogLevel.Error, "'Functions.{Function}' went on after functionTimeout: its worker is ended (Id={InvocationId})")]
    public static partial void WentOn(this ILogger log, string function, string invocationId);

    [LoggerMessage(6, LogLevel.Warning, "The answer of 'Functions.{Function}' did not get through (Id={InvocationId})")]
    public static partial void NotForwarded(this ILogger log, Exception? thrown, string function, string invocationId);

    [LoggerMessage(7, LogLevel.Warning, "Queue '{Queue}': {What} failed (message {MessageId})")]
    public static partial void QueueFault(this ILogger log, Exception thrown, string queue, string what, string? messageId);

    [LoggerMessage(10, LogLevel.Warning, "Message {MessageId} has failed {Count} times and is moved to queue '{PoisonQueue}'")]
    public static partial void Poisoned(this ILogger log, string messageId, int count, string poisonQueue);

    [LoggerMessage(11, LogLevel.Error, "Message {MessageId} of queue '{Queue}' is not base64, which host.json says it is")]
    public static partial void CannotDecode(this ILogger log, string messageId, string queue);

    [LoggerMessage(9, LogLevel.Warning, "Not everything that ran was settled in time")]
    public static partial void Unsettled(this ILogger log);

    [LoggerMessage(12, LogLevel.Warning, "Functions still running at the end of the drain are cancelled")]
    public static partial void Abandoning(this ILogger log);

    [LoggerMessage(13, LogLevel.Error, "The worker ended. Another one starts in {Milliseconds} ms")]
    public static partial void WorkerEnded(this ILogger log, Exception? thrown, long milliseconds);
}
