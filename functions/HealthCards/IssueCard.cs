using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.HealthCards;

public enum IssueCardOutcome
{
    Issued,

    /// <summary>The member has one: it is answered. Nothing changed.</summary>
    AlreadyIssued,

    /// <summary>The same call gave a card, and that was withdrawn since: a call that comes again gives no other. Nothing changed.</summary>
    WithdrawnSince,

    NotFound,
}

public sealed record IssueCardResult(IssueCardOutcome Outcome, HealthCard? Card = null);

/// <summary>Gives a member a card. Where to look is written first: a crash in between leaves a row that opens nothing.</summary>
public sealed class IssueCardHandler(HouseholdChanges changes, HouseholdDocuments documents, CardTable cards, TimeProvider clock)
{
    /// <param name="issueId">Made by the client: sent twice it counts once, whatever became of the card; null where there is none.</param>
    public async Task<IssueCardResult> HandleAsync(
        HouseholdId id,
        int member,
        ClientId? issueId,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var wasIssued = issueId is { } sent && await documents.FindAsync(id, Issue(member, sent), cancellationToken) is not null;
        var card = new HealthCard(member, CardToken.Create(), clock.GetUtcNow(), caller.AccountId);
        await cards.PutAsync(card.Token, id, member, cancellationToken);
        var result =
            (await changes.ChangeAsync(id, partition => Decide(partition, card, issueId, wasIssued, caller), cancellationToken))?.Outcome
            ?? new IssueCardResult(IssueCardOutcome.NotFound);
        if (result.Outcome is not IssueCardOutcome.Issued)
        {
            await cards.RemoveAsync(card.Token, cancellationToken);
        }
        return result;
    }

    private static DocumentKey<HealthCard> Issue(int member, ClientId issueId) => HealthCard.StoredAs.PastOf(member, issueId.Value);

    private static HouseholdUpdate<IssueCardResult> Decide(
        HouseholdPartition partition,
        HealthCard card,
        ClientId? issueId,
        bool wasIssued,
        Caller caller
    )
    {
        var household = partition.Household;
        if (
            !caller.MayCareFor(household)
            || !household.PresentMembers.Any(member => member.Number == card.Member && member.RecordNumber is not null)
        )
        {
            return HouseholdUpdate.None(new IssueCardResult(IssueCardOutcome.NotFound));
        }

        if (partition.Find(HealthCard.StoredAs.Of(card.Member)) is { } present)
        {
            return HouseholdUpdate.None(new IssueCardResult(IssueCardOutcome.AlreadyIssued, present));
        }
        if (wasIssued)
        {
            return HouseholdUpdate.None(new IssueCardResult(IssueCardOutcome.WithdrawnSince));
        }
        DocumentChange[] changes =
        [
            HealthCard.StoredAs.Of(card.Member).Put(card),
            .. issueId is { } sent ? [Issue(card.Member, sent).Put(card)] : Array.Empty<DocumentChange>(),
        ];
        return HouseholdUpdate.Of(new IssueCardResult(IssueCardOutcome.Issued, card), household, changes);
    }
}
