using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.HealthCards;

/// <summary>A person's health card opens the record wherever the person lives.</summary>
public sealed class CardFollower(CardTable cards, FieldSealer sealer) : IPersonFollower
{
    public async Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken)
    {
        if (HealthCardRow.Find(left, from.Member, sealer) is { } card) { await cards.PutAsync(card.Token, to.Household, to.Member, cancellationToken); }
    }
}
