using Alleviation.Functions.Coverage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Worklists;

/// <summary>What there is to do: for a physician one partition read, for the health workers of a region a range of village rows.</summary>
public sealed class ListWorklistHandler(WorklistTable worklists, VillageTable villages, TimeProvider clock)
{
    public async Task<Worklist> HandleAsync(PhysicianId physician, WorklistFilter filter, CancellationToken cancellationToken) =>
        Worklist.Of(await worklists.ListAsync(physician.Value, cancellationToken), filter, clock.Today());

    /// <param name="region">A village or a township.</param>
    public async Task<Worklist> HandleAsync(string region, WorklistFilter filter, CancellationToken cancellationToken)
    {
        var items = new List<WorklistItem>();
        await foreach (var (household, _) in villages.ListByRegionAsync(region, cancellationToken)) { items.AddRange(WorklistItem.OfVillage(household)); }
        return Worklist.Of(items, filter, clock.Today());
    }
}
