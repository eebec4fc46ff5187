using Alleviation.Functions.Households;

namespace Alleviation.Functions.Conferences;

/// <summary>A conference about a member who has left is cancelled.</summary>
public sealed class MemberConferenceEnd(GuestPeriods periods) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var ended = Conference
            .StoredAs.OpenOf(partition, leaving.Member)
            .Select(conference =>
                conference with
                {
                    Cancellation = new ConferenceCancellation(household.PhysicianId ?? conference.CalledBy, leaving.Reason, leaving.At),
                }
            )
            .ToList();
        return new MemberEnd(
            ended.Aggregate(household, (next, conference) => next.With(conference, periods)),
            [
                .. ended.SelectMany(Conference.StoredAs.Next),
                .. ended.Select(conference => ConferenceEntries.Cancelled(conference, leaving.By).Put()),
            ]
        );
    }
}
