using Azure;

namespace Alleviation.Functions.Platform.Http;

/// <summary>An exception for the log: what and where, but not its message, which may quote what somebody typed.</summary>
public static class FaultTrace
{
    public static string Of(Exception exception) => $"{ChainOf(exception)}{Environment.NewLine}{exception.StackTrace}";

    private static string ChainOf(Exception exception)
    {
        var name = exception is RequestFailedException failed
            ? $"{failed.GetType().Name} {failed.Status} {failed.ErrorCode}"
            : exception.GetType().Name;
        return exception.InnerException is { } inner ? $"{name} < {ChainOf(inner)}" : name;
    }
}
