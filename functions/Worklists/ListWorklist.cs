using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Worklists;

/// <summary>What there is to do: for a physician one partition read, for the health workers of a region a range of village rows.</summary>
public sealed class ListWorklistHandler(WorklistTable worklists, VillageTable villages, TimeProvider clock)
{
    public async Task<Worklist> HandleAsync(PhysicianId physician, WorklistFilter filter, CancellationToken cancellationToken) =>
        Worklist.Of(await ListAsync(physician, cancellationToken), filter, clock.Today());

    // What a guest was asked for stays with the household when his time is over, and leaves his list.
    private async Task<IReadOnlyList<WorklistItem>> ListAsync(PhysicianId physician, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var items = await worklists.ListAsync(physician.Value, cancellationToken);
        return [.. items.Where(item => item.SeenUntil is null || now < item.SeenUntil)];
    }

    /// <param name="region">A village or a township.</param>
    public async Task<Worklist> HandleAsync(string region, WorklistFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        var items = new List<WorklistItem>();
        await foreach (var (household, _) in villages.ListByRegionAsync(region, cancellationToken))
        {
            if (caller.MaySee(household))
            {
                items.AddRange(WorklistItem.OfVillage(household));
            }
        }

        return Worklist.Of(items, filter, clock.Today());
    }
}
