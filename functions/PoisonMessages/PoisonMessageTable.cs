using System.Security.Cryptography;
using System.Text;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.PoisonMessages;

/// <summary>Table <c>PoisonMessages</c>: PartitionKey = queue, RowKey = fingerprint of what the message says.</summary>
public sealed class PoisonMessageTable(TableServiceClient service, TimeProvider clock) : IFailures
{
    public const string Name = "PoisonMessages";
    private const string Unknown = "unknown";

    private readonly TableClient _table = service.GetTableClient(Name);

    public static string IdOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Pointer.WithoutNotes(text))))[..32];

    public Task NoteAsync(string queue, string text, Exception failure, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(
            new TableEntity(queue, IdOf(text))
            {
                ["Text"] = text,
                ["Reason"] = KindOf(failure),
                ["At"] = clock.GetUtcNow(),
                ["Open"] = false,
            },
            TableUpdateMode.Merge,
            cancellationToken
        );

    /// <summary>Opens the message for an operator, with the reason that was noted, if any was.</summary>
    public async Task OpenAsync(string queue, string text, CancellationToken cancellationToken)
    {
        var noted = await _table.GetEntityIfExistsAsync<TableEntity>(queue, IdOf(text), cancellationToken: cancellationToken);
        var row = new TableEntity(queue, IdOf(text))
        {
            ["Text"] = text,
            ["Reason"] = noted.HasValue ? noted.Value!.GetString("Reason") ?? Unknown : Unknown,
            ["At"] = clock.GetUtcNow(),
            ["Open"] = true,
            ["Times"] = (noted.HasValue ? noted.Value!.GetInt32("Times") ?? 0 : 0) + 1,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Counts one more return to its queue of a message for which no failure was noted.</summary>
    /// <returns>False when one was noted, or it has returned so often before.</returns>
    public async Task<bool> CountReturnAsync(string queue, string text, int most, CancellationToken cancellationToken)
    {
        var noted = await _table.GetEntityIfExistsAsync<TableEntity>(queue, IdOf(text), cancellationToken: cancellationToken);
        var returns = noted.HasValue ? noted.Value!.GetInt32("Returns") ?? 0 : 0;
        if (returns >= most || (noted.HasValue && noted.Value!.GetString("Reason") is not null))
        {
            return false;
        }
        await _table.UpsertEntityAsync(
            new TableEntity(queue, IdOf(text)) { ["Returns"] = returns + 1, ["Open"] = false },
            TableUpdateMode.Merge,
            cancellationToken
        );
        return true;
    }

    public async Task<PoisonMessage?> FindAsync(string queue, string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(queue, id, cancellationToken: cancellationToken);
        return row.HasValue && row.Value!.GetBoolean("Open") == true ? Read(row.Value!) : null;
    }

    public async Task<(IReadOnlyList<PoisonMessage> Items, string? Continuation)> PageAsync(
        string? queue,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    )
    {
        var filter = queue is null
            ? TableClient.CreateQueryFilter($"Open eq {true}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {queue} and Open eq {true}");
        var (rows, next) = await _table
            .QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken)
            .PageAsync(continuation, size);
        return ([.. rows.Select(Read)], next);
    }

    /// <summary>How many are open, up to the most that are counted in one call.</summary>
    public async Task<int> CountOpenAsync(int most, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"Open eq {true}");
        var open = _table.QueryAsync<TableEntity>(filter, most, ["PartitionKey"], cancellationToken);
        var count = 0;
        // Storage may answer a page that is not full, and go on with the next.
        await foreach (var page in open.AsPages())
        {
            count += page.Values.Count;
            if (count >= most)
            {
                return most;
            }
        }

        return count;
    }

    public Task CloseAsync(PoisonMessage poisonMessage, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(poisonMessage.Queue, poisonMessage.Id, ETag.All, cancellationToken);

    private static string KindOf(Exception failure) =>
        failure is RequestFailedException storage ? $"storage {storage.Status} {storage.ErrorCode}" : failure.GetType().Name;

    private static PoisonMessage Read(TableEntity row) =>
        new(
            row.PartitionKey,
            row.RowKey,
            row.Required<string>("Text"),
            row.Required<string>("Reason"),
            row.Required<DateTimeOffset>("At"),
            row.Required<int>("Times")
        );
}
