using Azure;

namespace Alleviation.Functions.Platform.Http;

/// <summary>Tells a storage that does not answer from a storage that answers no.</summary>
public static class StorageFault
{
    public static bool IsOne(Exception exception) =>
        exception switch
        {
            // Storage refused the request itself; callers catch the refusals that they expect.
            RequestFailedException { Status: 400 or 404 or 409 or 412 or 413 } => false,
            RequestFailedException or DependencyDownException or TimeoutException => true,
            // The SDK's last word after several tries. One that was cancelled was so by the SDK's own time limit: a caller's wish ends the
            // trying.
            AggregateException several => several.InnerExceptions.All(each =>
                each is OperationCanceledException or IOException || IsOne(each)
            ),
            TaskCanceledException { InnerException: TimeoutException } => true,
            _ => false,
        };
}
