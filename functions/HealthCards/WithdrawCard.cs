using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.HealthCards;

/// <summary>Takes a lost card out of use; the next one has another token.</summary>
public sealed class WithdrawCardHandler(HouseholdChanges changes, CardTable cards)
{
    /// <returns>False where there is no such member, or none that the caller may see. Without a card nothing changes.</returns>
    public async Task<bool> HandleAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        var changed = await changes.ChangeAsync(id, partition => Decide(partition, member, caller), cancellationToken);
        if (changed?.Outcome is not var (isSeen, token))
        {
            return false;
        }
        if (token is not null)
        {
            await cards.RemoveAsync(token, cancellationToken);
        }
        return isSeen;
    }

    private static HouseholdUpdate<Withdrawal> Decide(HouseholdPartition partition, int member, Caller caller)
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household) || household.Members.All(person => person.Number != member))
        {
            return HouseholdUpdate.None(new Withdrawal(false, null));
        }
        return partition.Find(HealthCard.StoredAs.Of(member)) is { } card
            ? HouseholdUpdate.Of(new Withdrawal(true, card.Token), household, HealthCard.StoredAs.Of(member).Remove())
            : HouseholdUpdate.None(new Withdrawal(true, null));
    }

    private sealed record Withdrawal(bool IsSeen, string? Token);
}
