using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Alleviation.Tests.Local.Host.Support;

/// <summary>A sample host on a storage account of its own that looks often and gives up soon.</summary>
internal static class QueueHost
{
    public static FunctionsApplicationBuilder Loading(StorageAccount account, params string[] functions) => SampleHost.Loading(functions)
        .WithSetting("AzureWebJobsStorage", account.ConnectionString)
        .With("extensions:queues:maxPollingInterval", "00:00:00.1")
        .With("extensions:queues:maxDequeueCount", "3");

    /// <summary>A client that encodes as host.json has it by default.</summary>
    public static QueueClient Queue(this StorageAccount account, string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64) =>
        new(account.ConnectionString, name, new QueueClientOptions { MessageEncoding = encoding });

    public static async Task<QueueClient> NewQueueAsync(this StorageAccount account, string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64)
    {
        var queue = account.Queue(name, encoding);
        await queue.CreateAsync();
        return queue;
    }

    public static Task UntilEmptyAsync(this QueueClient queue) =>
        Eventually.TrueAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);

    /// <summary>The text of the first message that can be seen, as soon as there is one.</summary>
    public static async Task<string> TextOfFirstAsync(this QueueClient queue)
    {
        var text = "";
        await Eventually.TrueAsync(async () =>
        {
            if (!await queue.ExistsAsync() || (await queue.PeekMessageAsync()).Value is not { } message) { return false; }
            text = message.Body.ToString();
            return true;
        });
        return text;
    }
}
