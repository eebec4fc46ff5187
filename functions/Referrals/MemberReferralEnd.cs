using Alleviation.Functions.Households;

namespace Alleviation.Functions.Referrals;

/// <summary>A referral of somebody who has left is withdrawn; one whose patient was seen is closed.</summary>
public sealed class MemberReferralEnd(GuestPeriods periods) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var ended = Referral
            .StoredAs.OpenOf(partition, leaving.Member)
            .Select(referral =>
                referral.Ended(
                    referral.Status is ReferralStatus.Seen or ReferralStatus.Answered ? ReferralStatus.Closed : ReferralStatus.Withdrawn,
                    leaving.By,
                    leaving.Reason,
                    leaving.At
                )
            )
            .ToList();
        return new MemberEnd(
            ended.Aggregate(household, (next, referral) => next.With(referral, periods)),
            [.. ended.SelectMany(Referral.StoredAs.Next), .. ended.Select(referral => ReferralEntries.Ended(referral).Put())]
        );
    }
}
