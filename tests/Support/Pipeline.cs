using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alleviation.Tests.Support;

/// <summary>Looks at the pipeline from outside, by a client of its own, so that looking costs the service nothing.</summary>
public static class Pipeline
{
    private static readonly string[] Queues =
    [
        // What a new physician asks for is looked at a second later, and would count among the calls of whatever is tested then.
        "roster-changes",
        "enrolments",
        "enrolments-poison",
        "care-plans",
        "care-plans-poison",
        "changes",
        "changes-poison",
    ];

    /// <summary>Until every message of the way from an enrolment to the lists is settled, poison among the problems.</summary>
    public static async Task SettledAsync(StorageAccount storage, TimeSpan? patience = null)
    {
        var service = new QueueServiceClient(storage.ConnectionString);
        await Eventually.SeesAsync(async () => await UnderWayAsync(service), waiting => waiting == 0, patience);
    }

    /// <returns>How many are in the first queue that is not empty: looking is work for the emulator, and every call counts.</returns>
    private static async Task<int> UnderWayAsync(QueueServiceClient service)
    {
        // Hidden messages count, too. In the order of the way, so that what leaves a queue while they are read shows in the next; and
        // once more, as a message that was put aside may go back.
        foreach (var queue in Queues.Concat(Queues))
        {
            if (await CountAsync(service.GetQueueClient(queue)) is var waiting and > 0)
            {
                return waiting;
            }
        }

        return 0;
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
