namespace Alleviation.Functions.Households;

/// <summary>
/// Something outside a household's partition that leads to a person: a slot, a card, a time limit. When the person goes to another
/// household it is made to lead there. Done twice, the outcome is the same.
/// </summary>
public interface IPersonFollower
{
    /// <param name="left">The household that the person has left, with the person's rows as they were then.</param>
    Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken);
}
