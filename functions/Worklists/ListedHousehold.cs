using Alleviation.Functions.Households;

namespace Alleviation.Functions.Worklists;

/// <summary>A household that stands on a physician's list, whether or not there is anything to do.</summary>
/// <param name="HeadName">The household head's; empty to a guest.</param>
/// <param name="IsOnPanel">The physician is responsible for the household.</param>
/// <param name="ContractYears">The newest years with a family-doctor contract.</param>
public sealed record ListedHousehold(
    HouseholdId Household,
    int Version,
    string VillageCode,
    string HeadName,
    bool IsOnPanel,
    IReadOnlyList<int> ContractYears
)
{
    public static ListedHousehold Of(Household household, string physicianId)
    {
        var isSeen = household.IsCaredForBy(physicianId);
        return new ListedHousehold(
            household.Id,
            household.Version,
            household.VillageCode,
            isSeen ? household.Head?.Name ?? "" : "",
            household.PhysicianId == physicianId,
            isSeen ? household.ContractYears : []
        );
    }
}
