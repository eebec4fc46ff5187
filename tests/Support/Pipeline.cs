using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alleviation.Tests.Support;

/// <summary>Looks at the pipeline from outside, by a client of its own, so that looking costs the service nothing.</summary>
public static class Pipeline
{
    private static readonly string[] Queues = ["enrolments", "enrolments-poison", "care-plans", "care-plans-poison", "changes", "changes-poison"];

    /// <summary>Until every message of the way from the door to the lists is settled, poison among the problems.</summary>
    public static async Task SettledAsync(StorageAccount storage, TimeSpan? patience = null)
    {
        var service = new QueueServiceClient(storage.ConnectionString);
        await Eventually.SeesAsync(async () => await UnderWayAsync(service), waiting => waiting == 0, patience);
    }

    private static async Task<int> UnderWayAsync(QueueServiceClient service)
    {
        // Hidden messages count, too. In the order of the way, so that what leaves a queue while they are read shows in the next; and
        // once more, as a message that was put aside may go back.
        var waiting = 0;
        foreach (var queue in Queues.Concat(Queues)) { waiting += await CountAsync(service.GetQueueClient(queue)); }
        return waiting;
    }

    private static async Task<int> CountAsync(QueueClient queue)
    {
        try
        {
            return (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
