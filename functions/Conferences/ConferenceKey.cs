using Alleviation.Functions.Households;

namespace Alleviation.Functions.Conferences;

/// <summary>Where a conference stands.</summary>
public readonly record struct ConferenceKey(HouseholdId Household, int Member, string Id)
{
    public static bool TryParse(string householdId, int member, string conferenceId, out ConferenceKey key)
    {
        key = default;
        if (!HouseholdId.TryParse(householdId, out var household) || member < 1 || !GivenId.IsOne(conferenceId)) { return false; }
        key = new ConferenceKey(household, member, conferenceId);
        return true;
    }
}
