using Alleviation.Functions.Coverage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

/// <summary>Coverage as it is stored against a recount from the households themselves.</summary>
internal static class CoverageRecount
{
    /// <summary>Until the stored figures of every township, county and the city are those of the recount.</summary>
    public static async Task AgreesAsync(Bystander bystander, Ledger ledger, TimeProvider clock)
    {
        var recount = Regions().ToDictionary(region => region, region => Recounted(ledger, region, clock.Today()));
        var looks = 0;
        await Eventually.SeesAsync(
            async () =>
            {
                // What the timer does each minute: a crash may have lost the message of a count that was asked for.
                if (looks++ % 40 == 39)
                {
                    await bystander.Get<CoverageRequests>().RecoverAsync(CancellationToken.None);
                }
                return await DifferencesAsync(bystander.Get<CoverageTable>(), recount);
            },
            differences => differences.Length == 0
        );
    }

    private static IEnumerable<string> Regions() => [.. Field.Townships, .. Field.Counties, Field.City];

    private static string Recounted(Ledger ledger, string region, DateOnly today) =>
        StoredJson.Write(
            CoverageCounts.Sum(
                ledger
                    .Households.Values.Select(partition => partition.Household)
                    .Where(household => household.VillageCode.StartsWith(region, StringComparison.Ordinal))
                    .Select(household => CoverageCounts.Of(household, today))
            )
        );

    private static async Task<string> DifferencesAsync(CoverageTable coverage, Dictionary<string, string> recount)
    {
        var differences = new List<string>();
        foreach (var (region, expected) in recount)
        {
            var stored = StoredJson.Write((await coverage.ReadAsync(region, CancellationToken.None)).Total?.Counts ?? CoverageCounts.None);
            if (stored != expected)
            {
                differences.Add($"{region}: {stored} instead of {expected}");
            }
        }

        return string.Join(Environment.NewLine, differences);
    }
}
