using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Transfers;

public sealed record ListTransfersResult(HouseholdAccess Access, TransferList? List = null);

/// <summary>How a household came to its physician: the newest transfers.</summary>
public sealed class ListTransfersHandler(HouseholdTable households, HouseholdDocuments documents)
{
    private const int Max = 20;

    public async Task<ListTransfersResult> HandleAsync(HouseholdId id, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition)
        {
            return new ListTransfersResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(partition.Household, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new ListTransfersResult(access);
        }
        if (Transfer.NewestOf(partition) is not { } newest)
        {
            return new ListTransfersResult(access, new TransferList([]));
        }
        var (earlier, _) = await documents.PageAsync(id, Transfer.StoredAs.AllPastOf(0), null, Max - 1, cancellationToken);
        return new ListTransfersResult(
            access,
            new TransferList([.. earlier.Prepend(newest).Select(transfer => TransferView.Of(transfer, partition.Household))])
        );
    }
}
