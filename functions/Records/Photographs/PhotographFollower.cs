using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>The pictures of a person's record go along to the household where the person lives now.</summary>
public sealed class PhotographFollower(PhotographTable photographs, TimeProvider clock) : IPersonFollower
{
    public async Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken)
    {
        foreach (var photograph in MemberPhotographs.Of(left, from.Member).Items.Where(item => item.IsPresent))
        {
            var moved = new PhotographKey(to.Household, to.Member, photograph.Id);
            // Where this is broken off and done again, it may bring back one that was taken out there meanwhile.
            await photographs.PutPendingAsync(moved, clock.GetUtcNow() + CleanUpPhotographsHandler.CompletedWithin, cancellationToken);
            await photographs.MoveAsync(new PhotographKey(from.Household, from.Member, photograph.Id), moved, cancellationToken);
        }
    }
}
