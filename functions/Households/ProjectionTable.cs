using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>
/// RowKey <c>projected</c> in the household's partition: the version that all views show. It is not a change of the household, so it
/// touches neither the header nor what guards it.
/// </summary>
public sealed class ProjectionTable(TableServiceClient service)
{
    public const string Key = "projected";

    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    /// <summary>Whether the views show the version of the household that was read with its partition.</summary>
    public static bool Shows(HouseholdPartition partition) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == Key) is { } row && row.Required<int>("Version") >= partition.Household.Version;

    public async Task MarkAsync(HouseholdId household, int version, CancellationToken cancellationToken)
    {
        var row = new TableEntity(household.Value, Key) { ["Version"] = version };
        while (true)
        {
            try
            {
                await _table.AddEntityAsync(row, cancellationToken);
                return;
            }
            catch (RequestFailedException failure) when (failure.IsAlreadyThere())
            {
                var marked = (await _table.GetEntityAsync<TableEntity>(household.Value, Key, cancellationToken: cancellationToken)).Value;
                if (marked.Required<int>("Version") >= version || await TryReplaceAsync(row, marked.ETag, cancellationToken)) { return; }
            }
        }
    }

    private async Task<bool> TryReplaceAsync(TableEntity row, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
        {
            return false;
        }
    }
}
