using Alleviation.Functions.Access;

namespace Alleviation.Functions.Households;

public enum HouseholdAccess
{
    Allowed,

    /// <summary>An official opens a named case with a reason only.</summary>
    NeedsReason,

    /// <summary>Not the caller's; to be answered as if it were not there.</summary>
    Hidden,
}

/// <summary>Who may see a household (design.md, Access); decided on the data's region and physician, after it is read.</summary>
public static class HouseholdAccesses
{
    public static HouseholdAccess To(this Caller caller, Household household, bool hasReason) => caller.Role switch
    {
        Role.HealthWorker when caller.Covers(household.VillageCode) => HouseholdAccess.Allowed,
        Role.Physician when IsCaredForBy(household, caller.PhysicianId) => HouseholdAccess.Allowed,
        Role.Official when caller.Covers(household.VillageCode) => hasReason ? HouseholdAccess.Allowed : HouseholdAccess.NeedsReason,
        _ => HouseholdAccess.Hidden,
    };

    /// <summary>The household, where the caller may see it without a reason and it has the member.</summary>
    public static async Task<Household?> FindOpenAsync(this HouseholdTable households, HouseholdId id, int member, Caller caller, CancellationToken cancellationToken) =>
        await households.FindAsync(id, cancellationToken) is { Household: var household }
        && caller.To(household, hasReason: false) is HouseholdAccess.Allowed
        && household.Members.Any(one => one.Number == member)
            ? household
            : null;

    private static bool IsCaredForBy(Household household, string? physicianId) =>
        physicianId is not null
        && (household.PhysicianId == physicianId
            || household.Team.Any(member => member.PhysicianId == physicianId)
            || household.Guests.Any(guest => guest.PhysicianId == physicianId));
}
