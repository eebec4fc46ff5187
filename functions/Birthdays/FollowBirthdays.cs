using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Birthdays;

/// <summary>
/// Nobody enters that somebody has grown older: one pass a day over the villages' lists finds whose birthday calls for something else — the
/// yearly check from 65, a drug to be looked at again — and has their records built again, which does the rest.
/// </summary>
public sealed class FollowBirthdaysHandler(
    VillageTable villages,
    Regions regions,
    HouseholdTable households,
    PathwayCatalogue pathways,
    DrugCautions cautions,
    TimeProvider clock
)
{
    /// <summary>A day on which the pass broke off is made up for by the next.</summary>
    private const int DaysBack = 31;

    /// <summary>Where nothing shows whether it has been done, it is done on a few days.</summary>
    private const int DaysToRepeat = 3;

    /// <returns>How many households are to be built again.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var (sent, today) = (0, clock.Today());
        foreach (var city in regions.All.Where(region => region.Level is RegionLevel.City))
        {
            await foreach (var row in villages.ListByRegionAsync(city.Code, cancellationToken))
            {
                if (!row.Household.PresentMembers.Any(member => CallsForMore(member, today)))
                {
                    continue;
                }
                if (await RebuildAsync(row.Household.Id, today, cancellationToken))
                {
                    sent++;
                }
            }
        }

        return sent;
    }

    private bool CallsForMore(MemberSummary member, DateOnly today) =>
        member is { RecordNumber: not null, BornOn: { } born }
        && (
            pathways.All.Any(pathway => IsNew(pathway, member, born, today))
            || cautions.Ages.Any(age => IsSince(born.AddYears(age), today, DaysToRepeat))
        );

    private static bool IsNew(Pathway pathway, MemberSummary member, DateOnly born, DateOnly today) =>
        pathway.AppliesTo.MinimumAge is { } age
        && IsSince(born.AddYears(age), today, DaysBack)
        && member.Plan?.FollowUps.Any(followUp => followUp.Form == pathway.FollowUp.Form) != true;

    private static bool IsSince(DateOnly birthday, DateOnly today, int days) => birthday <= today && birthday.AddDays(days) > today;

    private async Task<bool> RebuildAsync(HouseholdId id, DateOnly today, CancellationToken cancellationToken)
    {
        // The list may be behind: what counts is the household. Where somebody changes it at the same time, the next pass comes again.
        if (
            await households.FindAsync(id, cancellationToken) is not { Household: var household } stored
            || household.Stage is HouseholdStage.Received
            || !household.PresentMembers.Any(member => CallsForMore(member, today))
        )
        {
            return false;
        }

        var next = (household with { Stage = HouseholdStage.Received }).After(household);
        return await households.CommitAsync(stored, next, [], new EnrolmentReceived(id.Value, next.Version), cancellationToken) is not null;
    }
}
