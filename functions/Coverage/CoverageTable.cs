using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Coverage;

/// <summary>
/// Table <c>Coverage</c>: PartitionKey = region code; RowKey <c>total</c>, the code of a child region, <c>day:20261122</c> for the
/// total at the end of a day, or <c>marker</c> for a count that was asked for. Sums only: no row tells of a household.
/// </summary>
public sealed class CoverageTable(TableServiceClient service)
{
    public const string Name = "Coverage";
    private const string TotalKey = "total";
    private const string MarkerKey = "marker";
    private const int TransactionSize = 100;

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<CoveragePage> ReadAsync(string region, CancellationToken cancellationToken)
    {
        RegionCoverage? total = null;
        var children = new List<RegionCoverage>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {region} and RowKey lt {"a"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            children.Add(CoverageRow.Read(row));
        }
        var stored = await _table.GetEntityIfExistsAsync<TableEntity>(region, TotalKey, cancellationToken: cancellationToken);
        if (stored.HasValue)
        {
            total = CoverageRow.Read(stored.Value!);
        }
        return new CoveragePage(total, children);
    }

    /// <summary>When a region's total was last counted; null where it never was.</summary>
    public async Task<DateTimeOffset?> CountedAtAsync(string region, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(region, TotalKey, ["At"], cancellationToken);
        return row.HasValue ? row.Value!.Required<DateTimeOffset>("At") : null;
    }

    /// <summary>The totals at the ends of days, oldest first.</summary>
    public async Task<IReadOnlyList<RegionCoverage>> DaysAsync(string region, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new List<RegionCoverage>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {region} and RowKey ge {CoverageRow.DayKey(from)} and RowKey lt {"day;"}"
        );
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            days.Add(CoverageRow.Read(row));
        }
        return days;
    }

    /// <summary>The total as it stands, guarding the next; read it before what is counted.</summary>
    public async Task<(int Sequence, ETag ETag)> GuardAsync(string region, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(region, TotalKey, cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Required<int>("Sequence"), row.Value!.ETag) : (0, default);
    }

    /// <returns>False when somebody counted since the guard was read: count again.</returns>
    public async Task<bool> WriteAsync(
        string region,
        ETag guard,
        int sequence,
        CoverageCounts total,
        IReadOnlyDictionary<string, CoverageCounts> children,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var totalRow = CoverageRow.Write(region, TotalKey, total, sequence, at);
        totalRow["Id"] = Guid.NewGuid().ToString("N");
        var rest = children
            .Select(child => Upsert(CoverageRow.Write(region, child.Key, child.Value, sequence, at)))
            .Append(Upsert(CoverageRow.Write(region, CoverageRow.DayKey(at), total, sequence, at)))
            .ToList();
        try
        {
            await _table.SubmitTransactionAsync(
                [
                    guard == default
                        ? new TableTransactionAction(TableTransactionActionType.Add, totalRow)
                        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, totalRow, guard),
                    .. rest.Take(TransactionSize - 1),
                ],
                cancellationToken
            );
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsAlreadyThere())
        {
            // A retry inside the client, after an answer that was lost, meets its own count.
            var stored = await _table.GetEntityIfExistsAsync<TableEntity>(region, TotalKey, cancellationToken: cancellationToken);
            if (!stored.HasValue || stored.Value!.GetString("Id") != totalRow.GetString("Id"))
            {
                return false;
            }
        }

        foreach (var more in rest.Skip(TransactionSize - 1).Chunk(TransactionSize))
        {
            await _table.SubmitTransactionAsync(more, cancellationToken);
        }
        return true;
    }

    /// <summary>A child's sum into its parent's partition; an older count never overwrites a newer one.</summary>
    public async Task WriteChildAsync(
        string parent,
        string child,
        CoverageCounts counts,
        int sequence,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var row = CoverageRow.Write(parent, child, counts, sequence, at);
        await ConflictRetry.RunAsync(
            async token =>
            {
                var shown = await _table.GetEntityIfExistsAsync<TableEntity>(parent, child, cancellationToken: token);
                if (shown.HasValue && shown.Value!.Required<int>("Sequence") >= sequence)
                {
                    return true;
                }
                try
                {
                    if (shown.HasValue)
                    {
                        await _table.UpdateEntityAsync(row, shown.Value!.ETag, TableUpdateMode.Replace, token);
                    }
                    else
                    {
                        await _table.AddEntityAsync(row, token);
                    }
                    return true;
                }
                catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsAlreadyThere())
                {
                    return false;
                }
            },
            cancellationToken
        );
    }

    /// <summary>Marks a region as to be counted, or takes over a marker that has lost its message.</summary>
    /// <returns>False when somebody else's marker stands.</returns>
    public async Task<bool> TryMarkAsync(string region, DateTimeOffset at, TimeSpan lostAfter, CancellationToken cancellationToken)
    {
        var marker = new TableEntity(region, MarkerKey) { ["At"] = at, ["Id"] = Guid.NewGuid().ToString("N") };
        return await ConflictRetry.RunAsync(
            async token =>
            {
                try
                {
                    await _table.AddEntityAsync(marker, token);
                    return Attempt.Done(true);
                }
                catch (RequestFailedException failure) when (failure.IsAlreadyThere())
                {
                    var stored = await _table.GetEntityIfExistsAsync<TableEntity>(region, MarkerKey, cancellationToken: token);
                    if (!stored.HasValue)
                    {
                        return Attempt.Overtaken<bool>();
                    }
                    // A retry inside the client, after an answer that was lost, meets its own marker.
                    if (stored.Value!.GetString("Id") == marker.GetString("Id"))
                    {
                        return Attempt.Done(true);
                    }
                    if (at - stored.Value.Required<DateTimeOffset>("At") < lostAfter)
                    {
                        return Attempt.Done(false);
                    }
                    return new Attempt<bool>(await TryTakeOverAsync(marker, stored.Value.ETag, token), true);
                }
            },
            cancellationToken
        );
    }

    private async Task<bool> TryTakeOverAsync(TableEntity marker, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(marker, etag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return false;
        }
    }

    public async Task<DateTimeOffset?> MarkedAtAsync(string region, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(region, MarkerKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Required<DateTimeOffset>("At") : null;
    }

    public async Task<IReadOnlyList<string>> MarkersBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var regions = new List<string>();
        var filter = TableClient.CreateQueryFilter($"RowKey eq {MarkerKey} and At lt {moment}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            regions.Add(row.PartitionKey);
        }
        return regions;
    }

    public Task UnmarkAsync(string region, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(region, MarkerKey, cancellationToken: cancellationToken);

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
