using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Support;

/// <summary>One storage account of the emulator: empty when it is handed out, and nobody else's.</summary>
public sealed record StorageAccount(string Name, string Key, Uri TableEndpoint, Uri QueueEndpoint) : IAsyncDisposable
{
    public string ConnectionString { get; } =
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};TableEndpoint={TableEndpoint};QueueEndpoint={QueueEndpoint};";

    /// <summary>The same account reached by another way, such as a proxy that breaks connections.</summary>
    public StorageAccount Through(int tablePort, int queuePort) =>
        new(Name, Key, new UriBuilder(TableEndpoint) { Port = tablePort }.Uri, new UriBuilder(QueueEndpoint) { Port = queuePort }.Uri);

    /// <summary>
    /// Takes every queue and table away. The emulator looks through the queues of all accounts at every call: what hundreds of tests leave
    /// behind would make the last ones many times slower than the first.
    /// </summary>
    public async Task ClearAsync()
    {
        var (queues, tables) = (new QueueServiceClient(ConnectionString), new TableServiceClient(ConnectionString));
        await foreach (var queue in queues.GetQueuesAsync())
        {
            await queues.DeleteQueueAsync(queue.Name);
        }
        var names = new List<string>();
        await foreach (var table in tables.QueryAsync())
        {
            names.Add(table.Name);
        }
        foreach (var name in names)
        {
            await tables.DeleteTableAsync(name);
        }
    }

    public async ValueTask DisposeAsync() => await ClearAsync();
}
