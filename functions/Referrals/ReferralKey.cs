using Alleviation.Functions.Households;

namespace Alleviation.Functions.Referrals;

/// <summary>Where a referral stands.</summary>
public readonly record struct ReferralKey(HouseholdId Household, int Member, string Id)
{
    public static bool TryParse(string householdId, int member, string referralId, out ReferralKey key)
    {
        key = default;
        if (!HouseholdId.TryParse(householdId, out var household) || member < 1 || !GivenId.IsOne(referralId)) { return false; }
        key = new ReferralKey(household, member, referralId);
        return true;
    }
}
