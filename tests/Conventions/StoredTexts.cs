using System.Text;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Conventions;

/// <summary>All that an account holds, as somebody reads it who gets hold of it.</summary>
internal static class StoredTexts
{
    public static async Task<List<string>> RowsAsync(StorageAccount storage)
    {
        var (service, rows) = (new TableServiceClient(storage.ConnectionString), new List<string>());
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                var columns = row.Select(column =>
                    $"{column.Key}={(column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : column.Value)}"
                );
                rows.Add($"{table.Name} {string.Join(' ', columns)}");
            }
        }

        return rows;
    }

    public static async Task<List<string>> MessagesAsync(StorageAccount storage)
    {
        var service = new QueueServiceClient(
            storage.ConnectionString,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        );
        var messages = new List<string>();
        await foreach (var queue in service.GetQueuesAsync())
        {
            var peeked = await service.GetQueueClient(queue.Name).PeekMessagesAsync(32);
            messages.AddRange(peeked.Value.Select(message => $"{queue.Name} {message.Body}"));
        }

        return messages;
    }
}
