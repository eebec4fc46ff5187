using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// Looks up single documents of a household's partition, and ranges of them: those of the past, which are not read with it.
/// </summary>
public sealed class HouseholdDocuments(TableServiceClient service, FieldSealer sealer)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<T?> FindAsync<T>(HouseholdId household, DocumentKey<T> key, CancellationToken cancellationToken)
        where T : class
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, key.Value, cancellationToken: cancellationToken);
        return row.HasValue ? SealedRow.Read(row.Value!, sealer).Read(key.Kind) : null;
    }

    /// <summary>In the order of their keys.</summary>
    /// <param name="most">No more are read.</param>
    /// <param name="isWanted">By its key: what is not wanted is not opened, and counts for nothing.</param>
    public async Task<IReadOnlyList<T>> ListAsync<T>(
        HouseholdId household,
        DocumentRange<T> range,
        int most,
        CancellationToken cancellationToken,
        Func<string, bool>? isWanted = null
    )
    {
        var found = new List<T>();
        await foreach (var row in _table.QueryAsync<TableEntity>(FilterOf(household, range), cancellationToken: cancellationToken))
        {
            if (isWanted?.Invoke(row.RowKey) == false)
            {
                continue;
            }
            found.Add(SealedRow.Read(row, sealer).Read(range.Kind));
            if (found.Count == most)
            {
                break;
            }
        }

        return found;
    }

    /// <param name="continuation">Of the page before; null for the first.</param>
    public async Task<(IReadOnlyList<T> Documents, string? Continuation)> PageAsync<T>(
        HouseholdId household,
        DocumentRange<T> range,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    )
    {
        var pages = _table.QueryAsync<TableEntity>(FilterOf(household, range), size, cancellationToken: cancellationToken);
        var (rows, next) = await pages.PageAsync(continuation, size);
        return ([.. rows.Select(row => SealedRow.Read(row, sealer).Read(range.Kind))], next);
    }

    private static string FilterOf<T>(HouseholdId household, DocumentRange<T> range) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {range.From} and RowKey lt {range.Before}");
}
