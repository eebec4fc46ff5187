using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.Contracts;

/// <param name="Households">On the panel, or enrolled in the region.</param>
/// <param name="Signed">Of them, with a contract for the year.</param>
/// <param name="Items">Those asked for, by village, at most 500.</param>
public sealed record ContractFigure(int Year, int Households, int Signed, IReadOnlyList<ContractLine> Items);

public sealed record ContractLine(string HouseholdId, string VillageCode, string HeadName, bool Signed);

/// <summary>Who has a contract for a year: of a panel by one partition read, of a region by its village rows.</summary>
public sealed class CountContractsHandler(WorklistTable worklists, VillageTable villages)
{
    private const int Max = 500;

    /// <param name="signed">Only those with a contract, or only those without.</param>
    public async Task<ContractFigure> OfPanelAsync(string physicianId, int year, bool? signed, CancellationToken cancellationToken)
    {
        var panel = (await worklists.ListHouseholdsAsync(physicianId, cancellationToken)).Where(household => household.IsOnPanel);
        return Figure(
            year,
            signed,
            panel.Select(household => new ContractLine(
                household.Household.Value,
                household.VillageCode,
                household.HeadName,
                household.ContractYears.Contains(year)
            ))
        );
    }

    public async Task<ContractFigure> OfRegionAsync(
        string region,
        int year,
        bool? signed,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<ContractLine>();
        await foreach (var (household, _) in villages.ListByRegionAsync(region, cancellationToken))
        {
            if (caller.MaySee(household))
            {
                lines.Add(LineOf(household, year));
            }
        }

        return Figure(year, signed, lines);
    }

    private static ContractLine LineOf(Household household, int year) =>
        new(household.Id.Value, household.VillageCode, household.Head?.Name ?? "", household.ContractYears.Contains(year));

    private static ContractFigure Figure(int year, bool? signed, IEnumerable<ContractLine> all)
    {
        var lines = all.ToList();
        var matching = lines
            .Where(line => signed is null || line.Signed == signed)
            .OrderBy(line => line.VillageCode, StringComparer.Ordinal)
            .ThenBy(line => line.HouseholdId, StringComparer.Ordinal);
        return new ContractFigure(year, lines.Count, lines.Count(line => line.Signed), [.. matching.Take(Max)]);
    }
}
