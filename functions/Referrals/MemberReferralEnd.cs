using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Referrals;

/// <summary>A referral of somebody who has left is withdrawn; one whose patient was seen is closed.</summary>
public sealed class MemberReferralEnd(GuestPeriods periods, FieldSealer sealer) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var ended = CaseRow.OpenOf<Referral>(partition, ReferralRow.Kind, leaving.Member, sealer)
            .Select(referral => referral.Ended(
                referral.Status is ReferralStatus.Seen or ReferralStatus.Answered ? ReferralStatus.Closed : ReferralStatus.Withdrawn, leaving.By, leaving.Reason, leaving.At))
            .ToList();
        return new MemberEnd(
            ended.Aggregate(household, (one, referral) => one.With(referral, periods)),
            [
                .. ended.Select(referral => ReferralRow.Write(household.Id, referral, sealer)),
                .. ended.Select(referral => EntryRow.Write(household.Id, ReferralEntries.Ended(referral), sealer)),
            ],
            [.. ended.Select(ReferralRow.OpenKey)]);
    }
}
