using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>The marks of what the views show of each household (<see cref="ShownViews"/>).</summary>
public sealed class ProjectionTable(TableServiceClient service)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    /// <summary>Whether the views show the version of the household that was read with its partition.</summary>
    public static bool Shows(HouseholdPartition partition) => RowOf(partition) is { } row && row.Required<int>("Version") >= partition.Household.Version;

    public static ShownMark? Of(HouseholdPartition partition) => RowOf(partition) is { } row ? ShownMark.Read(row) : null;

    public async Task<ShownMark?> FindAsync(HouseholdId household, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, ShownViews.Key, cancellationToken: cancellationToken);
        return row.HasValue ? ShownMark.Read(row.Value!) : null;
    }

    /// <param name="read">The mark as it was read before, where it was.</param>
    /// <returns>False when a newer version is marked: what is shown now is not what it ought to be.</returns>
    public async Task<bool> MarkAsync(HouseholdId household, ShownViews views, ShownMark? read, CancellationToken cancellationToken)
    {
        var row = ShownViews.Write(household, views);
        while (true)
        {
            if (await TryWriteAsync(row, read, cancellationToken)) { return true; }
            read = await FindAsync(household, cancellationToken);
            if (read?.Views.Version > views.Version) { return false; }
            // A retry inside the client, after an answer that was lost, meets its own mark.
            if (read is not null && read.Views.Shows(views)) { return true; }
        }
    }

    private async Task<bool> TryWriteAsync(TableEntity row, ShownMark? read, CancellationToken cancellationToken)
    {
        try
        {
            _ = read is null
                ? await _table.AddEntityAsync(row, cancellationToken)
                : await _table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return false;
        }
    }

    private static TableEntity? RowOf(HouseholdPartition partition) => partition.Rows.FirstOrDefault(row => row.RowKey == ShownViews.Key);
}

/// <summary>A mark as it was read, with what guards the next.</summary>
public sealed record ShownMark(ShownViews Views, ETag ETag)
{
    public static ShownMark Read(TableEntity row) => new(ShownViews.Read(row), row.ETag);
}
