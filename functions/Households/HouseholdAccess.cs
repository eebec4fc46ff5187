using Alleviation.Functions.Access;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Households;

/// <summary>How far a caller may go; each degree allows what the ones before it do.</summary>
public enum HouseholdAccess
{
    /// <summary>Not the caller's; to be answered as if it were not there.</summary>
    Hidden,

    /// <summary>An official opens a named case with a reason only.</summary>
    NeedsReason,

    /// <summary>
    /// To read: a guest, of the member concerned; an official who gave a reason. What a guest was asked for is done in its own case.
    /// </summary>
    Look,

    /// <summary>To read and to change: the health workers of the region, the responsible physician and the team.</summary>
    Care,
}

/// <summary>
/// Who may see or change a household (docs/rules.md): one decision for one household and for each row of a list, on the data's region,
/// physician and guests, after it is read.
/// </summary>
public static class HouseholdAccesses
{
    /// <summary>Access to the household as a whole: a guest of one member has none.</summary>
    public static HouseholdAccess To(this Caller caller, Household household, bool hasReason) =>
        caller.To(household, member: null, hasReason);

    /// <param name="member">The number of the member whose data it is; null for the household as a whole.</param>
    public static HouseholdAccess To(this Caller caller, Household household, int? member, bool hasReason) =>
        caller.Role switch
        {
            Role.HealthWorker when caller.Covers(household.VillageCode) => HouseholdAccess.Care,
            Role.Physician when household.IsCaredForBy(caller.PhysicianId) => HouseholdAccess.Care,
            Role.Physician when caller.IsGuestOf(household, member) => HouseholdAccess.Look,
            Role.Official when caller.Covers(household.VillageCode) => hasReason ? HouseholdAccess.Look : HouseholdAccess.NeedsReason,
            _ => HouseholdAccess.Hidden,
        };

    /// <summary>Whether data may leave to the caller without a reason.</summary>
    /// <param name="member">Null for the household as a whole.</param>
    public static bool MaySee(this Caller caller, Household household, int? member = null) =>
        caller.To(household, member, hasReason: false) >= HouseholdAccess.Look;

    /// <summary>How far the caller may go with the household or, as a guest, with one of its members.</summary>
    public static HouseholdAccess ToSomeOf(this Caller caller, Household household, bool hasReason) =>
        household.Members.Select(member => caller.To(household, member.Number, hasReason)).Max();

    /// <summary>
    /// The household as far as the caller may see it. To a guest: its own particulars (address, telephone, kind, causes), who cares for it,
    /// the member concerned and the problems about that member; of the other members nothing.
    /// </summary>
    public static Household SeenBy(this Household household, Caller caller, bool hasReason)
    {
        if (caller.To(household, hasReason) >= HouseholdAccess.Look)
        {
            return household;
        }
        var seen = household.Members.Where(member => caller.To(household, member.Number, hasReason) >= HouseholdAccess.Look).ToList();
        return household with
        {
            Members = seen,
            Problems = [.. household.Problems.Where(problem => seen.Exists(member => member.Number == problem.Member))],
        };
    }

    /// <summary>Whether the caller may change what concerns the household or its members.</summary>
    public static bool MayCareFor(this Caller caller, Household household) =>
        caller.To(household, hasReason: false) is HouseholdAccess.Care;

    /// <summary>The household, where the caller may see this member of it without a reason.</summary>
    public static async Task<Household?> FindOpenAsync(
        this HouseholdTable households,
        HouseholdId id,
        int member,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await households.FindAsync(id, cancellationToken) is { Household: var household } && household.IsOpenTo(caller, member)
            ? household
            : null;

    /// <summary>The same with the documents of now.</summary>
    public static async Task<HouseholdPartition?> ReadOpenAsync(
        this HouseholdTable households,
        HouseholdId id,
        int member,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await households.ReadAsync(id, cancellationToken) is { } partition && partition.Household.IsOpenTo(caller, member)
            ? partition
            : null;

    /// <summary>Whether there is this member, and the caller may see what concerns him or her without a reason.</summary>
    public static bool IsOpenTo(this Household household, Caller caller, int member) =>
        caller.MaySee(household, member) && household.Members.Any(person => person.Number == member);

    /// <summary>Whether the physician is a guest at this moment: see <see cref="Guest"/>.</summary>
    public static bool IsGuestOf(this Caller caller, Household household, int? member) =>
        caller.PhysicianId is { } physician
        && household.Guests.Any(guest => guest.PhysicianId == physician && guest.Covers(member, caller.At));
}
