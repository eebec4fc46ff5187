using Alleviation.Functions.Households;

namespace Alleviation.Functions.Changes;

/// <summary>
/// A list beside those of the villages and the physicians, kept by the slice whose it is. It is shown before the answer leaves; where that
/// fails, the announced message does it (docs/adr/0023-the-ledger-of-referrals.md).
/// </summary>
public interface IHouseholdList
{
    /// <summary>Whether the list tells anything else after a change.</summary>
    bool IsConcernedBy(Household before, Household next, IReadOnlyList<DocumentChange> changes);

    /// <summary>Shows the household as it stands; done twice, the outcome is the same.</summary>
    /// <returns>False where a newer version is shown: whoever made it shows it.</returns>
    Task<bool> ShowAsync(HouseholdId household, CancellationToken cancellationToken);
}
