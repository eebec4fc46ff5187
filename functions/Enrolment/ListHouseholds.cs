using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Enrolment;

/// <summary>A household as a line of a list.</summary>
public sealed record HouseholdLine(
    string Id, string RegistrationNumber, string VillageCode, HouseholdStatus Status, int Version, string? Head, int Members, int Sick, string? ResponsiblePhysician)
{
    public required string Kind { get; init; }

    /// <summary>The newest; null where nobody has said anything.</summary>
    public string? PovertyStatus { get; init; }

    internal static HouseholdLine Of(VillageHousehold row) => new(
        row.Household.Id.Value,
        row.Household.RegistrationNumber,
        row.Household.VillageCode,
        row.Status,
        row.Household.Version,
        row.Household.Head?.Name,
        row.Household.PresentMembers.Count(),
        row.Household.PresentMembers.Count(member => member.IsSick),
        row.Household.PhysicianId)
    {
        Kind = row.Household.Kind,
        PovertyStatus = row.Household.PovertyStatuses is [.., var newest] ? newest.Code : null,
    };
}

/// <param name="Cursor">Of the next page; null after the last.</param>
public sealed record HouseholdPage(IReadOnlyList<HouseholdLine> Items, string? Cursor);

/// <summary>The households of a region, a page of village rows at a time.</summary>
public sealed class ListHouseholdsHandler(VillageTable villages)
{
    public async Task<(IReadOnlyList<HouseholdLine> Items, string? Continuation)> HandleAsync(
        string region, HouseholdStatus? status, string? continuation, int size, CancellationToken cancellationToken)
    {
        var (rows, next) = await villages.PageAsync(region, status, continuation, size, cancellationToken);
        return ([.. rows.Select(HouseholdLine.Of)], next);
    }
}
