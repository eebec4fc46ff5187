using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>Rows of one partition that wait to be written in one transaction.</summary>
internal sealed class Batch(TableClient table)
{
    private const int MaxRows = 100;
    private const int RowsOfPage = 1_000;

    /// <summary>A transaction may have 4 MB as it is sent, where bytes take four thirds of their length.</summary>
    private const int MaxBytes = 2_500_000;

    private List<TableEntity> _rows = [];
    private int _bytes;

    public int Count => _rows.Count;

    /// <summary>True when it is time to write.</summary>
    public bool Add(TableEntity row, int bytes)
    {
        _rows.Add(row);
        _bytes += bytes;
        return _rows.Count == MaxRows || _bytes > MaxBytes;
    }

    /// <summary>What has been added until now, as one transaction; what is added from now on waits for the next.</summary>
    public Task WriteAsync(CancellationToken cancellationToken)
    {
        var rows = _rows;
        (_rows, _bytes) = ([], 0);
        return table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
            cancellationToken
        );
    }

    /// <summary>
    /// Deletes all rows that the filter finds, a transaction per hundred of a partition; it may be cut off and called again.
    /// </summary>
    public static async Task DeleteAsync(TableClient table, string filter, CancellationToken cancellationToken)
    {
        var keys = table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken);
        await foreach (var page in keys.Chunk(RowsOfPage).WithCancellation(cancellationToken))
        {
            foreach (var rows in page.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(MaxRows)))
            {
                await DeleteAsync(table, rows, cancellationToken);
            }
        }
    }

    private static async Task DeleteAsync(TableClient table, TableEntity[] rows, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                cancellationToken
            );
        }
        catch (RequestFailedException failure) when (failure.Status is 404)
        {
            // Somebody deletes the same rows, or an earlier try did and its answer was lost.
            foreach (var row in rows)
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            }
        }
    }
}
