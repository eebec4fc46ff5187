using System.Collections.Concurrent;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Coverage;

public enum RollUpCoverageOutcome
{
    Counted,

    /// <summary>There is no such region.</summary>
    NoSuchRegion,
}

/// <summary>
/// Counts a region: a township from the rows of its villages, a county or the city by adding up its children. Recomputed each time, so
/// that it cannot drift and a message delivered twice cannot double it.
/// </summary>
public sealed class RollUpCoverageHandler(
    CoverageTable coverage,
    CoverageRequests requests,
    VillageTable villages,
    RegistryTable registry,
    Regions regions,
    TimeProvider clock
)
{
    // Counts of one region at a time in a process: they would only undo each other, and what is asked for meanwhile is counted by who
    // waits.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    public async Task<RollUpCoverageOutcome> HandleAsync(string regionCode, CancellationToken cancellationToken)
    {
        if (regions.Find(regionCode) is not { Level: RegionLevel.Township or RegionLevel.County or RegionLevel.City } region)
        {
            return RollUpCoverageOutcome.NoSuchRegion;
        }

        var turn = _turns.GetOrAdd(regionCode, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            // Taken away before anything is read: a change from here on asks for another count.
            await coverage.UnmarkAsync(regionCode, cancellationToken);
            await ConflictRetry.RunAsync(token => TryCountAsync(regionCode, region, token), cancellationToken);
            return RollUpCoverageOutcome.Counted;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<bool> TryCountAsync(string regionCode, Region region, CancellationToken cancellationToken)
    {
        var (sequence, guard) = await coverage.GuardAsync(regionCode, cancellationToken);
        var children =
            region.Level is RegionLevel.Township
                ? await CountVillagesAsync(regionCode, cancellationToken)
                : (await coverage.ReadAsync(regionCode, cancellationToken)).Children.ToDictionary(
                    child => child.Region,
                    child => child.Counts
                );
        var (total, at) = (CoverageCounts.Sum(children.Values), clock.GetUtcNow());
        // A county's children are written by themselves; only a township writes its villages.
        var own = region.Level is RegionLevel.Township ? children : [];
        if (!await coverage.WriteAsync(regionCode, guard, sequence + 1, total, own, at, cancellationToken))
        {
            return false;
        }
        if (region is { Level: not RegionLevel.City, Parent: { } parent })
        {
            await coverage.WriteChildAsync(parent, regionCode, total, sequence + 1, at, cancellationToken);
            await requests.RequestAsync(parent, cancellationToken);
        }

        return true;
    }

    private async Task<Dictionary<string, CoverageCounts>> CountVillagesAsync(string township, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var registered = await registry.ListByTownshipAsync(township, cancellationToken);
        var counts = new Dictionary<string, CoverageCounts>(StringComparer.Ordinal);
        var enrolled = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (household, _) in villages.ListByRegionAsync(township, cancellationToken))
        {
            enrolled.Add(household.Id.Value);
            Add(household.VillageCode, CoverageCounts.Of(household, today));
        }

        foreach (var village in registered)
        {
            Add(village.Key, CoverageCounts.None with { Registry = village.Count(), RegistryEnrolled = village.Count(enrolled.Contains) });
        }

        // A village that lost its last household must not keep its old sum.
        foreach (var village in (await coverage.ReadAsync(township, cancellationToken)).Children)
        {
            counts.TryAdd(village.Region, CoverageCounts.None);
        }
        return counts;

        void Add(string village, CoverageCounts more) => counts[village] = counts.GetValueOrDefault(village, CoverageCounts.None) + more;
    }
}
