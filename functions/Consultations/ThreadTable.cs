using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Records;
using Azure.Data.Tables;

namespace Alleviation.Functions.Consultations;

/// <summary>Reads what is not read with the household: threads that are over, and the words of messages.</summary>
public sealed class ThreadTable(TableServiceClient service, FieldSealer sealer)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public Task<ConsultationThread?> FindAsync(HouseholdId household, int member, string id, CancellationToken cancellationToken) =>
        PointAsync(household, ThreadRow.Key(member, id), cancellationToken);

    public Task<ConsultationThread?> FindOverAsync(HouseholdId household, int member, string id, CancellationToken cancellationToken) =>
        PointAsync(household, ThreadRow.HistoryKey(member, id), cancellationToken);

    /// <summary>At most 20: no household has more.</summary>
    public async Task<IReadOnlyList<ConsultationThread>> ListOpenAsync(HouseholdId household, int member, CancellationToken cancellationToken)
    {
        var threads = new List<ConsultationThread>();
        await foreach (var row in _table.QueryAsync<TableEntity>(Range(household, ThreadRow.OpenOf(member)), cancellationToken: cancellationToken)) { threads.Add(ThreadRow.Read(row, sealer)); }
        return threads;
    }

    public async Task<(IReadOnlyList<ConsultationThread> Threads, string? Continuation)> PageOverAsync(
        HouseholdId household, int member, string? continuation, int size, CancellationToken cancellationToken)
    {
        var (rows, next) = await _table.QueryAsync<TableEntity>(Range(household, ThreadRow.HistoryOf(member)), size, cancellationToken: cancellationToken).PageAsync(continuation, size);
        return ([.. rows.Select(row => ThreadRow.Read(row, sealer))], next);
    }

    /// <summary>The thread's messages by id: the entries between its first and its last.</summary>
    public async Task<IReadOnlyDictionary<string, Entry>> MessagesOfAsync(HouseholdId household, ConsultationThread thread, CancellationToken cancellationToken)
    {
        var (from, to) = (EntryRow.KeyAt(thread.Member, thread.Messages.Min(message => message.At)), EntryRow.KeyAt(thread.Member, thread.Messages.Max(message => message.At).AddSeconds(1)));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {from} and RowKey lt {to}");
        var messages = new Dictionary<string, Entry>(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            // The kind stands in the key: what is something else need not be opened.
            if (!row.RowKey.Contains($":{ThreadEntry.Kind}:", StringComparison.Ordinal)) { continue; }
            if (EntryRow.Read(row, sealer) is var entry && entry.Reference == thread.Id) { messages[entry.Id] = entry; }
        }

        return messages;
    }

    private static string Range(HouseholdId household, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + ";"}");

    private async Task<ConsultationThread?> PointAsync(HouseholdId household, string key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, key, cancellationToken: cancellationToken);
        return row.HasValue ? ThreadRow.Read(row.Value!, sealer) : null;
    }
}
