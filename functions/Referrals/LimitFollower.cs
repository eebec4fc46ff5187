using Alleviation.Functions.Households;

namespace Alleviation.Functions.Referrals;

/// <summary>Whoever was asked to receive a person has the same time for it when the person goes to another household.</summary>
public sealed class LimitFollower(ReferralClock limits, TimeProvider clock) : IPersonFollower
{
    public async Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken)
    {
        foreach (var referral in Referral.StoredAs.OpenOf(left, from.Member))
        {
            if (referral.AcceptBy is not { } until)
            {
                continue;
            }
            await limits.SetAsync(
                new CaseKey(to.Household, to.Member, referral.Id),
                referral.Turn,
                until - clock.GetUtcNow(),
                cancellationToken
            );
        }
    }
}
