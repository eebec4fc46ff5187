using System.Globalization;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.Coverage;

/// <summary>A region's measures at the end of a day.</summary>
public sealed record DayMeasures(DateOnly Day, IReadOnlyList<Measure> Measures, CoverageCounts Counts);

public sealed record CoverageHistory(string RegionCode, IReadOnlyList<DayMeasures> Days);

/// <summary>Coverage over time: the last count of each day.</summary>
public sealed class GetCoverageHistoryHandler(CoverageTable coverage, FollowUpForms forms, TimeProvider clock)
{
    public const int MaxDays = 400;

    public async Task<CoverageHistory> HandleAsync(string regionCode, int days, CancellationToken cancellationToken)
    {
        var counted = await coverage.DaysAsync(regionCode, clock.Today().AddDays(1 - days), cancellationToken);
        return new CoverageHistory(
            regionCode,
            [
                .. counted.Select(day => new DayMeasures(
                    DateOnly.ParseExact(day.Region, "yyyyMMdd", CultureInfo.InvariantCulture),
                    Measure.Of(day.Counts, forms),
                    day.Counts
                )),
            ]
        );
    }
}
