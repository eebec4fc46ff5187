using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Table <c>Worklists</c>, a view: PartitionKey = physician id, RowKey = <c>{household}:{member}</c>; member 00 is the household's own
/// line and guards the others. A panel is one partition read.
/// </summary>
public sealed class WorklistTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Worklists";
    private const string HouseholdLine = "00";

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<IReadOnlyList<WorklistItem>> ListAsync(string physicianId, CancellationToken cancellationToken)
    {
        var items = new List<WorklistItem>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {physicianId}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) { items.Add(Read(row)); }
        return items;
    }

    /// <returns>False when a newer version is shown.</returns>
    public async Task<bool> ShowAsync(string physicianId, Household household, CancellationToken cancellationToken)
    {
        var rows = WorklistItem.Of(household).Select(item => Write(physicianId, item)).ToList();
        try
        {
            await _table.SubmitTransactionAsync(
                rows.Select((row, index) => new TableTransactionAction(index == 0 ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, row)),
                cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        {
            return await ReplaceOlderAsync(physicianId, household, rows, cancellationToken);
        }
    }

    /// <summary>Takes a household off the worklist of a physician who is not responsible any more.</summary>
    public async Task ClearAsync(string physicianId, HouseholdId household, CancellationToken cancellationToken)
    {
        while (await RowsOfAsync(physicianId, household, cancellationToken) is { Count: > 0 } rows)
        {
            try
            {
                await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)), cancellationToken);
                return;
            }
            catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsGone())
            {
                // Another projection was here: look again.
            }
        }
    }

    private async Task<bool> ReplaceOlderAsync(string physicianId, Household household, List<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (true)
        {
            var shown = await RowsOfAsync(physicianId, household.Id, cancellationToken);
            var guard = shown.FirstOrDefault(row => row.RowKey.EndsWith($":{HouseholdLine}", StringComparison.Ordinal));
            var version = guard?.Required<int>("Version") ?? 0;
            if (version >= household.Version) { return version == household.Version; }
            var gone = shown.Where(row => rows.All(kept => kept.RowKey != row.RowKey));
            try
            {
                await _table.SubmitTransactionAsync(
                    [
                        guard is null
                            ? new TableTransactionAction(TableTransactionActionType.Add, rows[0])
                            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], guard.ETag),
                        .. rows.Skip(1).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                        .. gone.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)),
                    ],
                    cancellationToken);
                return true;
            }
            catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsAlreadyThere() || failure.IsGone())
            {
                // Another projection of the same household was quicker: look again.
            }
        }
    }

    private async Task<List<TableEntity>> RowsOfAsync(string physicianId, HouseholdId household, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        // A semicolon follows the colon.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {physicianId} and RowKey ge {household.Value + ":"} and RowKey lt {household.Value + ";"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey", "Version"], cancellationToken: cancellationToken)) { rows.Add(row); }
        return rows;
    }

    private TableEntity Write(string physicianId, WorklistItem item)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{item.Household}:{item.Member:D2}");
        return new TableEntity(physicianId, key)
        {
            ["Version"] = item.Version,
            ["VillageCode"] = item.VillageCode,
            ["Sealed"] = sealer.Seal(StoredJson.Write(item), Context(physicianId, key)),
        };
    }

    private WorklistItem Read(TableEntity row) =>
        StoredJson.Read<WorklistItem>(sealer.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey)));

    private static string Context(string physicianId, string key) => $"{Name}/{physicianId}/{key}";
}
