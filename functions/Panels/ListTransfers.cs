using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Panels;

public sealed record ListTransfersResult(HouseholdAccess Access, TransferList? List = null);

/// <summary>How a household came to its physician: the newest transfers.</summary>
public sealed class ListTransfersHandler(HouseholdTable households, TableServiceClient service, FieldSealer sealer)
{
    private const int Most = 20;
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<ListTransfersResult> HandleAsync(HouseholdId id, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition) { return new ListTransfersResult(HouseholdAccess.Hidden); }
        var access = caller.To(partition.Household, hasReason);
        if (access < HouseholdAccess.Look) { return new ListTransfersResult(access); }
        if (TransferRow.Newest(partition, sealer) is not { } newest) { return new ListTransfersResult(access, new TransferList([])); }
        // A semicolon follows the colon.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.Value} and RowKey ge {TransferRow.HistoryPrefix} and RowKey lt {TransferRow.HistoryPrefix[..^1] + ";"}");
        var (rows, _) = await _table.QueryAsync<TableEntity>(filter, Most - 1, cancellationToken: cancellationToken).PageAsync(null, Most - 1);
        var all = rows.Select(row => TransferRow.Read(row, sealer)).Prepend(newest);
        return new ListTransfersResult(access, new TransferList([.. all.Select(transfer => TransferView.Of(transfer, partition.Household))]));
    }
}
