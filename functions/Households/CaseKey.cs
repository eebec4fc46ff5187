using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Households;

/// <summary>Where a case of a member stands: a referral, a conference, an appointment.</summary>
/// <param name="Id">Made by the client that began it.</param>
public readonly record struct CaseKey(HouseholdId Household, int Member, string Id)
{
    public static bool TryParse(string householdId, int member, string id, out CaseKey key)
    {
        key = default;
        if (!HouseholdId.TryParse(householdId, out var household) || member < 1 || !ClientId.IsOne(id))
        {
            return false;
        }
        key = new CaseKey(household, member, id);
        return true;
    }
}
