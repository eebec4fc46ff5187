using CsvHelper;

namespace Alleviation.Demo.Regions;

/// <summary>Meizhou's regions, as seeds/regions has them.</summary>
public sealed class RegionTree
{
    private readonly Dictionary<string, Region> _byCode;
    private readonly ILookup<string, Region> _children;

    private RegionTree(IReadOnlyList<Region> regions)
    {
        All = regions;
        _byCode = regions.ToDictionary(region => region.Code, StringComparer.Ordinal);
        _children = regions.ToLookup(region => region.Parent, StringComparer.Ordinal);
    }

    public IReadOnlyList<Region> All { get; }

    public Region this[string code] => _byCode[code];

    public IEnumerable<Region> OfLevel(string level) => All.Where(region => region.Level == level);

    public IEnumerable<Region> ChildrenOf(string code) => _children[code];

    public bool Has(string code) => _byCode.ContainsKey(code);

    public static RegionTree Load(string seedsFolder)
    {
        using var reader = CsvReader.FromFile(Path.Combine(seedsFolder, "regions", "meizhou-regions.csv"));
        var regions = new List<Region>();
        while (reader.Read())
        {
            regions.Add(
                new Region(reader.GetString("code"), reader.GetString("level"), reader.GetString("name"), reader.GetString("parent"))
            );
        }

        return new RegionTree(regions);
    }
}
