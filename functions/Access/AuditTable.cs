using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>Who did what. Rows are added, completed once where the call's end was not known yet, and never changed again.</summary>
public sealed class AuditTable(TableServiceClient tables, FieldSealer sealer)
{
    public const string Name = "Audit";
    private readonly TableClient _table = tables.GetTableClient(Name);
    private readonly GroupCommit<AuditRow> _adds = new(tables.GetTableClient(Name));

    /// <returns>False where it was there: the key is random, so the row is this call's own.</returns>
    public Task<bool> AddAsync(AuditKey key, AuditRecord record, CancellationToken cancellationToken) =>
        _adds.AddAsync(AuditRow.From(key, record, sealer), cancellationToken);

    /// <summary>The whole record. What was there is completed: written by a try whose answer was lost, or taken from the change.</summary>
    public async Task RecordAsync(AuditKey key, AuditRecord record, CancellationToken cancellationToken)
    {
        if (!await AddAsync(key, record, cancellationToken))
        {
            await EndAsync(key, record, cancellationToken);
        }
    }

    /// <summary>
    /// The same for a call whose record stands in what it changed: nobody waits for it, so it is written a moment later, with others.
    /// </summary>
    public async Task RecordSoonAsync(AuditKey key, AuditRecord record, CancellationToken cancellationToken)
    {
        if (!await _adds.AddSoonAsync(AuditRow.From(key, record, sealer)))
        {
            await EndAsync(key, record, cancellationToken);
        }
    }

    /// <summary>Completes what was added by how it ended.</summary>
    public Task EndAsync(AuditKey key, AuditRecord record, CancellationToken cancellationToken)
    {
        var end = new TableEntity(key.Partition, key.Row) { ["Status"] = record.Status };
        if (record.Subject is { } subject)
        {
            end["Subject"] = subject;
        }
        return _table.UpdateEntityAsync(end, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>Writes what this process is about to write.</summary>
    internal Task FlushAsync() => _adds.FlushAsync();

    /// <summary>
    /// A day's records in the order of their keys, after one of them; those that this process is about to write among them.
    /// </summary>
    public async Task<IReadOnlyList<(string Key, AuditRecord Record)>> ListAsync(
        AuditQuery query,
        int count,
        CancellationToken cancellationToken
    )
    {
        await FlushAsync();
        var shards = query.AccountId is { } accountId ? accountId[..1] : AuditKey.Shards;
        var pages = await Task.WhenAll(
            shards.Select(shard => PageAsync(AuditKey.PartitionOf(query.Day, shard), query, count, cancellationToken))
        );
        return
        [
            .. pages
                .SelectMany(page => page)
                .OrderBy(row => row.RowKey, StringComparer.Ordinal)
                .Take(count)
                .Select(row => (row.RowKey, row.ToRecord(sealer))),
        ];
    }

    private async Task<List<AuditRow>> PageAsync(string partition, AuditQuery query, int count, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {query.After}");
        if (query.AccountId is { } accountId)
        {
            filter += " and " + TableClient.CreateQueryFilter($"AccountId eq {accountId}");
        }
        if (query.Subject is { } subject)
        {
            filter += " and " + TableClient.CreateQueryFilter($"Subject eq {subject}");
        }
        return await _table
            .QueryAsync<AuditRow>(filter, count, cancellationToken: cancellationToken)
            .Take(count)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>Which records: of one day, and of one account or about one subject where these are given.</summary>
public sealed record AuditQuery(DateOnly Day, string? AccountId, string? Subject, string After);
