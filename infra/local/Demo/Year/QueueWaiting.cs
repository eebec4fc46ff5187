using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alleviation.Demo.Year;

internal static class QueueWaiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>Until all of them are empty, hidden messages among them.</summary>
    public static async Task SettledAsync(
        this QueueServiceClient service,
        IReadOnlyList<string> queues,
        CancellationToken cancellationToken
    )
    {
        // In the order of the way, so that what leaves one while they are read shows in the next.
        foreach (var queue in queues)
        {
            while (await CountAsync(service.GetQueueClient(queue), cancellationToken) > 0)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
