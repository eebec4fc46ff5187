using Alleviation.Functions.Access;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Households;

/// <summary>The village that a line means.</summary>
/// <param name="Code">Null where nobody can say.</param>
/// <param name="Error">Why not: the code of a text.</param>
/// <param name="Choices">Codes of villages that it may mean.</param>
public sealed record VillageFound(string? Code, string? Error, IReadOnlyList<string> Choices);

/// <summary>Villages by their code or their names, within the regions of whoever imports.</summary>
public sealed class RegionNames(Regions regions)
{
    private const int MostChoices = 30;

    private static readonly string[] Endings =
    [
        "管理区村民委员会", "管理区村委会", "村民委员会", "社区居民委员会", "社区居委会", "居民委员会", "村委会", "居委会", "办事处街道", "街道办事处", "管理区", "社区", "街道", "村委", "村", "镇", "乡", "县", "区", "市",
    ];

    private readonly ILookup<string, Region> _villages = regions.All.Where(region => region.Level is RegionLevel.Village).ToLookup(region => Bare(region.Name), StringComparer.Ordinal);

    /// <summary>Null where the line says nothing of a village.</summary>
    public VillageFound? Find(ImportLine line, Caller caller)
    {
        if (line[ImportColumns.VillageCode] is { } code)
        {
            var given = CellValues.WithoutSpaces(code);
            // Names stand in the column of the codes, too.
            return given.Any(char.IsAsciiDigit) ? new VillageFound(given, null, []) : ByName(given, line, caller);
        }

        return line[ImportColumns.VillageName] is { } name ? ByName(CellValues.WithoutSpaces(name), line, caller) : null;
    }

    /// <summary>As people tell one village from another: 松口镇大塘村委会.</summary>
    public string LabelOf(string villageCode) =>
        regions.Find(villageCode) is { Parent: { } parent } village ? $"{regions.Find(parent)?.Name}{village.Name}" : villageCode;

    private VillageFound ByName(string name, ImportLine line, Caller caller)
    {
        var (township, county) = (line[ImportColumns.Township], line[ImportColumns.County]);
        // "松口镇大塘村" says both.
        var found = _villages[Bare(name)].Concat(WithTownshipBefore(name)).DistinctBy(village => village.Code)
            .Where(village => caller.Covers(village.Code) && Is(TownshipOf(village), township) && Is(CountyOf(village), county)).ToList();
        if (found is [var one]) { return new VillageFound(one.Code, null, []); }
        if (found.Count > 1) { return new VillageFound(null, "import-village-ambiguous", [.. found.Select(village => village.Code).Order(StringComparer.Ordinal).Take(MostChoices)]); }
        var near = regions.All.Where(village => village.Level is RegionLevel.Village && township is not null
            && caller.Covers(village.Code) && Is(TownshipOf(village), township) && Is(CountyOf(village), county));
        return new VillageFound(null, "import-village-unknown", [.. near.Select(village => village.Code).Order(StringComparer.Ordinal).Take(MostChoices)]);
    }

    private IEnumerable<Region> WithTownshipBefore(string name) =>
        from cut in Enumerable.Range(2, Math.Max(0, name.Length - 3))
        from village in _villages[Bare(name[cut..])]
        where Is(TownshipOf(village), name[..cut])
        select village;

    private Region? TownshipOf(Region village) => village.Parent is { } parent ? regions.Find(parent) : null;

    private Region? CountyOf(Region village) => TownshipOf(village)?.Parent is { } county ? regions.Find(county) : null;

    private static bool Is(Region? region, string? name) => name is null || (region is not null && Bare(region.Name) == Bare(CellValues.WithoutSpaces(name)));

    private static string Bare(string name)
    {
        var tidy = CellText.Tidy(name, freeText: false);
        foreach (var ending in Endings)
        {
            if (tidy.Length > ending.Length + 1 && tidy.EndsWith(ending, StringComparison.Ordinal)) { return tidy[..^ending.Length]; }
        }

        return tidy;
    }
}
