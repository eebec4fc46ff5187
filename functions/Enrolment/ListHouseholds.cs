using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Enrolment;

/// <summary>A household as a line of a list, as far as the caller may see it.</summary>
/// <param name="Head">Null to a guest of another member.</param>
/// <param name="Members">How many live there; to a guest, of those whom he may see.</param>
/// <param name="Sick">How many of them have an illness.</param>
public sealed record HouseholdLine(
    string Id,
    string RegistrationNumber,
    string VillageCode,
    HouseholdStatus Status,
    int Version,
    string? Head,
    int Members,
    int Sick,
    string? ResponsiblePhysician
)
{
    public required string Kind { get; init; }

    /// <summary>The newest; null where nobody has said anything.</summary>
    public string? PovertyStatus { get; init; }

    internal static HouseholdLine Of(VillageHousehold row, Caller caller, bool hasReason)
    {
        var household = row.Household;
        var seen = household.SeenBy(caller, hasReason).PresentMembers.ToList();
        return new HouseholdLine(
            household.Id.Value,
            household.RegistrationNumber,
            household.VillageCode,
            row.Status,
            household.Version,
            household.Head is { } head && seen.Contains(head) ? head.Name : null,
            seen.Count,
            seen.Count(member => member.IsSick),
            household.PhysicianId
        )
        {
            Kind = household.Kind,
            PovertyStatus = household.PovertyStatuses is [.., var newest] ? newest.Code : null,
        };
    }
}

/// <param name="Cursor">Of the next page; null after the last.</param>
public sealed record HouseholdPage(IReadOnlyList<HouseholdLine> Items, string? Cursor);

/// <summary>The households of a region that the caller may see, a page of village rows at a time.</summary>
public sealed class ListHouseholdsHandler(VillageTable villages)
{
    public async Task<(IReadOnlyList<HouseholdLine> Items, string? Continuation)> HandleAsync(
        string region,
        HouseholdStatus? status,
        bool onlyUnreadPhones,
        string? continuation,
        int size,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var (rows, next) = await villages.PageAsync(region, status, onlyUnreadPhones, continuation, size, cancellationToken);
        var seen = rows.Where(row => caller.To(row.Household, hasReason) >= HouseholdAccess.Look);
        return ([.. seen.Select(row => HouseholdLine.Of(row, caller, hasReason))], next);
    }
}
