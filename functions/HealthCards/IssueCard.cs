using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.HealthCards;

public enum IssueCardOutcome
{
    Issued,

    /// <summary>The member has one: it is answered. Nothing changed.</summary>
    AlreadyIssued,

    NotFound,
}

public sealed record IssueCardResult(IssueCardOutcome Outcome, HealthCard? Card = null);

/// <summary>Gives a member a card. Where to look is written first: a crash in between leaves a row that opens nothing.</summary>
public sealed class IssueCardHandler(HouseholdChanges changes, CardTable cards, TimeProvider clock)
{
    public async Task<IssueCardResult> HandleAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        var card = new HealthCard(member, CardToken.Create(), clock.GetUtcNow(), caller.AccountId);
        await cards.PutAsync(card.Token, id, member, cancellationToken);
        var result =
            (await changes.ChangeAsync(id, partition => Decide(partition, card, caller), cancellationToken))?.Outcome
            ?? new IssueCardResult(IssueCardOutcome.NotFound);
        if (result.Outcome is not IssueCardOutcome.Issued)
        {
            await cards.RemoveAsync(card.Token, cancellationToken);
        }
        return result;
    }

    private static HouseholdUpdate<IssueCardResult> Decide(HouseholdPartition partition, HealthCard card, Caller caller)
    {
        var household = partition.Household;
        if (
            !caller.MayCareFor(household)
            || !household.PresentMembers.Any(member => member.Number == card.Member && member.RecordNumber is not null)
        )
        {
            return HouseholdUpdate.None(new IssueCardResult(IssueCardOutcome.NotFound));
        }

        return partition.Find(HealthCard.StoredAs.Of(card.Member)) is { } present
            ? HouseholdUpdate.None(new IssueCardResult(IssueCardOutcome.AlreadyIssued, present))
            : HouseholdUpdate.Of(
                new IssueCardResult(IssueCardOutcome.Issued, card),
                household,
                HealthCard.StoredAs.Of(card.Member).Put(card)
            );
    }
}
