using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Referrals;

/// <summary>A member's referrals, open and past, to whoever may see the household.</summary>
public sealed class GetReferralsHandler(HouseholdTable households, Cases<Referral> cases, TimeProvider clock)
{
    public async Task<ReferralView?> FindAsync(CaseKey key, Caller caller, CancellationToken cancellationToken)
    {
        if (
            await households.FindOpenAsync(key.Household, key.Member, caller, cancellationToken) is not { } household
            || await cases.FindAsync(key, cancellationToken) is not { } referral
        )
        {
            return null;
        }

        return ReferralView.Of(household, referral, caller, clock.Today());
    }

    /// <summary>The newest first; null where the caller may not see them.</summary>
    public async Task<ReferralList?> ListAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken) =>
        await households.ReadOpenAsync(id, member, caller, cancellationToken) is { } partition
            ? new ReferralList(ViewsOf(partition.Household, await cases.ListAsync(partition, member, cancellationToken), caller))
            : null;

    /// <summary>Those that are open, the newest first; null where the caller may not see them.</summary>
    internal IReadOnlyList<ReferralView>? OpenIn(HouseholdPartition partition, int member, Caller caller) =>
        partition.Household.IsOpenTo(caller, member)
            ? ViewsOf(partition.Household, Referral.StoredAs.OpenOf(partition, member), caller)
            : null;

    private List<ReferralView> ViewsOf(Household household, IEnumerable<Referral> referrals, Caller caller) =>
        [
            .. referrals
                .OrderByDescending(referral => referral.SentAt)
                .Select(referral => ReferralView.Of(household, referral, caller, clock.Today())),
        ];
}
