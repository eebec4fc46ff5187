using Alleviation.Functions.Households;

namespace Alleviation.Functions.Transfers;

/// <summary>A transfer as it is answered.</summary>
/// <param name="From">Physician id.</param>
/// <param name="To">Physician id.</param>
public sealed record TransferView(
    string Id,
    string From,
    string To,
    string Reason,
    TransferState State,
    DateTimeOffset ProposedAt,
    string? ReturnReason,
    DateTimeOffset? EndedAt
)
{
    public static TransferView Of(Transfer transfer, Household household) =>
        new(
            transfer.Id,
            transfer.From,
            transfer.To,
            transfer.Reason,
            transfer.StateIn(household),
            transfer.ProposedAt,
            transfer.ReturnReason,
            transfer.EndedAt
        );
}

/// <param name="Items">The newest first, at most 20.</param>
public sealed record TransferList(IReadOnlyList<TransferView> Items);
