using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Conferences;

/// <summary>A conference about somebody who has left is called off.</summary>
public sealed class MemberConferenceEnd(GuestPeriods periods, FieldSealer sealer) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var ended = CaseRow.OpenOf<Conference>(partition, ConferenceRow.Kind, leaving.Member, sealer)
            .Select(conference => conference with { Cancellation = new ConferenceCancellation(household.PhysicianId ?? conference.CalledBy, leaving.Reason, leaving.At) })
            .ToList();
        return new MemberEnd(
            ended.Aggregate(household, (one, conference) => one.With(conference, periods)),
            [
                .. ended.Select(conference => ConferenceRow.Write(household.Id, conference, sealer)),
                .. ended.Select(conference => EntryRow.Write(household.Id, ConferenceEntries.Cancelled(conference, leaving.By), sealer)),
            ],
            [.. ended.Select(ConferenceRow.OpenKey)]);
    }
}
