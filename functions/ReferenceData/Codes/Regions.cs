using System.Collections.Frozen;

namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>Meizhou's regions (GB/T 2260): province 2 digits, city 4, county 6, township 9, village 12; seeds/regions.</summary>
public sealed class Regions
{
    private readonly FrozenDictionary<string, Region> _regions;
    private readonly ILookup<string, Region> _children;

    public Regions(SeedFolder seeds)
    {
        All = seeds.LinesOf("regions/meizhou-regions.csv").Skip(1).Where(line => line.Length > 0).Select(Parse).ToList();
        _regions = All.ToFrozenDictionary(region => region.Code, StringComparer.Ordinal);
        _children = All.Where(region => region.Parent is not null).ToLookup(region => region.Parent!, StringComparer.Ordinal);
    }

    public Region? Find(string code) => _regions.GetValueOrDefault(code);

    public IEnumerable<Region> ChildrenOf(string code) => _children[code];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Region> All { get; }

    public bool IsVillage(string code) => Find(code) is { Level: RegionLevel.Village };

    private static Region Parse(string line)
    {
        var columns = line.Split(',');
        return new Region(
            columns[0],
            Enum.Parse<RegionLevel>(columns[1], ignoreCase: true),
            columns[2],
            columns[3].Length == 0 ? null : columns[3]
        );
    }
}

public sealed record Region(string Code, RegionLevel Level, string Name, string? Parent);

public enum RegionLevel
{
    Province,
    City,
    County,
    Township,
    Village,
}
