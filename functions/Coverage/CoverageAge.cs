using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Coverage;

/// <param name="CountedAt">When the city's total was last added up.</param>
public readonly record struct CityCoverage(DateTimeOffset CountedAt, TimeSpan Age);

/// <summary>
/// How old the figures at the top are. A change anywhere comes up to the city within minutes, and each night every township is counted:
/// older than a day means that counting has stopped somewhere.
/// </summary>
public sealed class CoverageAge(CoverageTable coverage, Regions regions, TimeProvider clock)
{
    private readonly string _city = regions.All.Single(region => region.Level is RegionLevel.City).Code;

    /// <returns>Null while nothing was ever counted.</returns>
    public async Task<CityCoverage?> OfCityAsync(CancellationToken cancellationToken) =>
        await coverage.CountedAtAsync(_city, cancellationToken) is { } at ? new CityCoverage(at, clock.GetUtcNow() - at) : null;
}
