using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>The entries that lead to imports (ImportListRow).</summary>
public sealed class ImportListTable(TableServiceClient service)
{
    private readonly TableClient _table = service.GetTableClient(ImportTable.Name);

    /// <summary>A page of the account's imports, the newest first.</summary>
    /// <param name="after">The last entry of the page before.</param>
    public async Task<(IReadOnlyList<ImportId> Ids, string? Last)> ListByAccountAsync(
        string accountId,
        string? after,
        int size,
        CancellationToken cancellationToken
    )
    {
        var (partition, from) = (ImportListRow.ByAccount(accountId), after ?? "");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from}");
        var rows = await _table
            .QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken)
            .Take(size)
            .ToListAsync(cancellationToken);
        return ([.. rows.Select(ImportListRow.IdOf)], rows.Count < size ? null : rows[^1].RowKey);
    }

    public IAsyncEnumerable<ImportId> ListStartedBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var (partition, to) = (ImportListRow.Started, ImportListRow.StartedKey(moment));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {to}");
        return _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(ImportListRow.IdOf);
    }

    /// <summary>The clean-up is through with it; its account still lists it.</summary>
    public Task ForgetStartAsync(Import import, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(
            ImportListRow.Started,
            ImportListRow.StartedKey(import.StartedAt, import.Id.Value),
            ETag.All,
            cancellationToken
        );
}
