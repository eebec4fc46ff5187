using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Consultations;

/// <summary>Which thread of which member.</summary>
public readonly record struct ThreadKey(HouseholdId Household, int Member, string Thread)
{
    public static bool TryParse(string household, int member, string thread, out ThreadKey key)
    {
        key = default;
        if (!HouseholdId.TryParse(household, out var id) || !ClientMadeId.IsOne(thread)) { return false; }
        key = new ThreadKey(id, member, thread);
        return true;
    }
}
