using System.Globalization;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Time;
using Azure.Data.Tables;

namespace Alleviation.Functions.Coverage;

/// <param name="Region">The region counted, or the day for a total of the past.</param>
public sealed record RegionCoverage(string Region, CoverageCounts Counts, DateTimeOffset At);

/// <param name="Total">Null where nothing was ever counted.</param>
public sealed record CoveragePage(RegionCoverage? Total, IReadOnlyList<RegionCoverage> Children);

internal static class CoverageRow
{
    private static readonly DocumentSchema<CoverageCounts> Schema = new();

    public static TableEntity Write(string partition, string key, CoverageCounts counts, int sequence, DateTimeOffset at) =>
        new(partition, key)
        {
            ["Sequence"] = sequence,
            ["At"] = at,
            ["Counts"] = Schema.Write(counts),
        };

    public static RegionCoverage Read(TableEntity row) =>
        new(
            row.RowKey == "total" ? row.PartitionKey : row.RowKey.Replace("day:", "", StringComparison.Ordinal),
            Schema.Read(row.Required<string>("Counts")),
            row.Required<DateTimeOffset>("At")
        );

    public static string DayKey(DateTimeOffset at) => DayKey(at.ToChinaDate());

    public static string DayKey(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"day:{day:yyyyMMdd}");
}
