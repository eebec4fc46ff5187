using Alleviation.Functions.Households;

namespace Alleviation.Functions.HealthCards;

/// <summary>A person's health card opens the record wherever the person lives.</summary>
public sealed class CardFollower(CardTable cards) : IPersonFollower
{
    public async Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken)
    {
        if (left.Find(HealthCard.StoredAs.Of(from.Member)) is { } card)
        {
            await cards.PutAsync(card.Token, to.Household, to.Member, cancellationToken);
        }
    }
}
