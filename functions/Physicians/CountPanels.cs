using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Counts each panel from the village rows, so that routing knows the room that is left without a counter that every household would
/// contend for. Where a panel got room, households that have nobody are tried again; and a household that came to somebody just as he
/// retired, or whose team names somebody who did, is found here.
/// </summary>
public sealed class CountPanelsHandler(
    PhysicianTable physicians,
    Roster roster,
    VillageTable villages,
    RerouteHouseholdsHandler reroute,
    Regions regions
)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        foreach (var county in regions.All.Where(region => region.Level is RegionLevel.County))
        {
            await CountAsync(county.Code, cancellationToken);
        }
    }

    private async Task CountAsync(string county, CancellationToken cancellationToken)
    {
        var own = await physicians.ListByPartitionAsync(county, cancellationToken);
        if (own.Count == 0)
        {
            return;
        }
        IReadOnlyList<Physician> all =
        [
            .. own.Select(stored => stored.Physician),
            .. await roster.PageAsync(county[..4], cancellationToken),
            .. await roster.PageAsync(county[..2], cancellationToken),
        ];
        var (panels, unrouted) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        await foreach (var (household, status) in villages.ListByRegionAsync(county, cancellationToken))
        {
            if (household.PhysicianId is { } id)
            {
                panels[id] = panels.GetValueOrDefault(id) + 1;
                if (!Routing.Stands(household, all))
                {
                    await reroute.SendAsync(household.Id, household.Version, cancellationToken);
                }
            }
            else if (status is HouseholdStatus.Unrouted)
            {
                unrouted++;
            }
        }

        foreach (var stored in own.Where(item => item.Physician.PanelCount != panels.GetValueOrDefault(item.Physician.Id.Value)))
        {
            // Where an operator changed the row meanwhile, the next count puts it right.
            await physicians.ReplaceAsync(
                stored,
                stored.Physician with
                {
                    PanelCount = panels.GetValueOrDefault(stored.Physician.Id.Value),
                },
                cancellationToken
            );
        }

        if (unrouted > 0)
        {
            await reroute.HandleAsync(new RosterChanged(county), cancellationToken);
        }
    }
}
