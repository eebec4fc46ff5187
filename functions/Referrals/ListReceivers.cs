using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Referrals;

/// <param name="Level">Of the region served: the province is the Internet hospital.</param>
public sealed record Receiver(string Id, string Name, string Organisation, IReadOnlyList<string> Disciplines, RegionLevel Level);

/// <summary>Nearest first: in the order in which they would be asked.</summary>
public sealed record ReceiverList(IReadOnlyList<Receiver> Items);

/// <summary>
/// Who of a discipline cares for the household's village: to whom it may be referred, and who may be invited to its cases.
/// </summary>
public sealed class ListReceiversHandler(HouseholdTable households, Roster roster)
{
    /// <returns>Null where the caller may not see the household.</returns>
    public async Task<ReceiverList?> HandleAsync(HouseholdId id, string discipline, Caller caller, CancellationToken cancellationToken)
    {
        if (
            await households.FindAsync(id, cancellationToken) is not { Household: var household }
            || caller.ToSomeOf(household, hasReason: false) < HouseholdAccess.Look
        )
        {
            return null;
        }
        var physicians = await roster.ForVillageAsync(household.VillageCode, cancellationToken);
        return new ReceiverList([
            .. ReferralReceivers
                .For(household, discipline, physicians)
                .Where(physician => physician.Id.Value != caller.PhysicianId)
                .Select(physician => new Receiver(
                    physician.Id.Value,
                    physician.Name,
                    physician.Organisation,
                    physician.Disciplines,
                    LevelOf(physician)
                )),
        ]);
    }

    private static RegionLevel LevelOf(Physician physician) =>
        physician.RegionCode.Length switch
        {
            2 => RegionLevel.Province,
            4 => RegionLevel.City,
            6 => RegionLevel.County,
            9 => RegionLevel.Township,
            _ => RegionLevel.Village,
        };
}
