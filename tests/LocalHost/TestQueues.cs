using Alleviation.Tests.Support;
using Azure.Storage.Queues;

namespace Alleviation.Tests.LocalHost;

/// <summary>Queues that a test makes for functions of its own.</summary>
internal static class TestQueues
{
    public static async Task<QueueClient> QueueAsync(this StorageAccount storage, string name)
    {
        var queue = new QueueClient(
            storage.ConnectionString,
            name,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        );
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    public static async Task<int> WaitingAsync(this StorageAccount storage, string name) =>
        (await (await storage.QueueAsync(name)).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
