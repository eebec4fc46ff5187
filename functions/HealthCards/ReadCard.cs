using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.HealthCards;

/// <summary>Shows a member's card, and finds the member of a card that was scanned.</summary>
public sealed class ReadCardHandler(HouseholdTable households, CardTable cards)
{
    /// <returns>Null where there is none, or none that the caller may see.</returns>
    public async Task<HealthCard?> FindAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken) =>
        await households.ReadAsync(id, cancellationToken) is { } partition && caller.MaySee(partition.Household, member)
            ? partition.Find(HealthCard.StoredAs.Of(member))
            : null;

    /// <returns>Null where the card is none, was withdrawn, or is of somebody whom the caller may not see: nobody learns which.</returns>
    public async Task<ScannedCard?> ScanAsync(string? text, Caller caller, CancellationToken cancellationToken)
    {
        if (CardToken.Parse(text) is not { } token || await cards.FindAsync(token, cancellationToken) is not var (id, member))
        {
            return null;
        }
        if (await households.ReadAsync(id, cancellationToken) is not { } partition || !caller.MaySee(partition.Household, member))
        {
            return null;
        }
        var isInUse = partition.Find(HealthCard.StoredAs.Of(member))?.Token == token;
        return isInUse && partition.Household.PresentMembers.FirstOrDefault(person => person.Number == member) is { } summary
            ? new ScannedCard(id.Value, member, summary.Name, summary.RecordNumber)
            : null;
    }
}

/// <summary>Whose card was scanned.</summary>
public sealed record ScannedCard(string HouseholdId, int Member, string Name, string? RecordNumber);
