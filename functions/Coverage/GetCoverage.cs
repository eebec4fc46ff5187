using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.Coverage;

/// <summary>A region's measures, as they were last counted.</summary>
/// <param name="CountedAt">Null where nothing was counted yet; its counts are nought then.</param>
public sealed record RegionMeasures(
    string RegionCode,
    string Name,
    RegionLevel Level,
    DateTimeOffset? CountedAt,
    IReadOnlyList<Measure> Measures,
    CoverageCounts Counts
);

public sealed record CoverageView(RegionMeasures Region, IReadOnlyList<RegionMeasures> Children);

/// <summary>Coverage of a region and of each of its children: two reads, whatever the number of households.</summary>
public sealed class GetCoverageHandler(CoverageTable coverage, Regions regions, FollowUpForms forms)
{
    /// <returns>Null when there is no such region.</returns>
    public async Task<CoverageView?> HandleAsync(string regionCode, CancellationToken cancellationToken)
    {
        if (regions.Find(regionCode) is not { } region)
        {
            return null;
        }
        var page = await coverage.ReadAsync(region.Level is RegionLevel.Village ? region.Parent! : regionCode, cancellationToken);
        var counted = page.Children.ToDictionary(child => child.Region, StringComparer.Ordinal);
        return region.Level is RegionLevel.Village
            ? new CoverageView(Measured(region, counted.GetValueOrDefault(regionCode)), [])
            : new CoverageView(
                Measured(region, page.Total),
                [.. regions.ChildrenOf(regionCode).Select(child => Measured(child, counted.GetValueOrDefault(child.Code)))]
            );
    }

    private RegionMeasures Measured(Region region, RegionCoverage? counted)
    {
        var counts = counted?.Counts ?? CoverageCounts.None;
        return new RegionMeasures(region.Code, region.Name, region.Level, counted?.At, Measure.Of(counts, forms), counts);
    }
}
