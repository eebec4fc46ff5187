using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Imports.Households;

/// <summary>The region that a line means.</summary>
/// <param name="Code">Null where nobody can say.</param>
/// <param name="Error">Why not: the code of a text.</param>
/// <param name="Choices">Codes of regions that it may mean.</param>
public sealed record RegionFound(string? Code, string? Error, IReadOnlyList<string> Choices);

/// <summary>Regions by their code or their names; villages within the regions of whoever imports.</summary>
public sealed class RegionNames(Regions regions)
{
    private const int MaxChoices = 30;
    private const int MaxNear = 10;

    /// <summary>Of a village with all regions above it.</summary>
    private const int MaxName = 60;

    private static readonly string[] Endings =
    [
        "管理区村民委员会",
        "管理区村委会",
        "村民委员会",
        "社区居民委员会",
        "社区居委会",
        "居民委员会",
        "村委会",
        "居委会",
        "办事处街道",
        "街道办事处",
        "管理区",
        "社区",
        "街道",
        "村委",
        "村",
        "镇",
        "乡",
        "县",
        "区",
        "市",
    ];

    private readonly ILookup<string, Region> _regions = regions.All.ToLookup(region => Bare(region.Name), StringComparer.Ordinal);

    /// <summary>Null where the line says nothing of a village.</summary>
    public RegionFound? Find(ImportLine line, Caller caller)
    {
        if (line[ImportColumns.VillageCode] is { } code)
        {
            var codeOrName = CellValues.WithoutSpaces(code);
            // Names stand in the column of the codes, too.
            return codeOrName.Any(char.IsAsciiDigit) ? new RegionFound(codeOrName, null, []) : ByName(codeOrName, line, caller);
        }

        return line[ImportColumns.VillageName] is { } name ? ByName(CellValues.WithoutSpaces(name), line, caller) : null;
    }

    /// <summary>A region of any level by its code or its name, the names of those above it before it or not: 松口镇, 梅县区松口镇.</summary>
    public RegionFound Find(string text)
    {
        var name = CellValues.WithoutSpaces(text);
        if (regions.Find(name) is not null)
        {
            return new RegionFound(name, null, []);
        }
        if (name.Length > MaxName)
        {
            return new RegionFound(null, "import-region-unknown", Near(name));
        }
        var found = Enumerable
            .Range(0, name.Length)
            .SelectMany(cut => _regions[Bare(name[cut..])].Where(region => cut is 0 || IsBelow(region, name[..cut])))
            .DistinctBy(region => region.Code)
            .ToList();
        // 松口镇 is the township's whole name, and more than a village's without its ending.
        if (found.Where(region => region.Name == name).ToList() is [var whole])
        {
            found = [whole];
        }
        return found switch
        {
            [var region] => new RegionFound(region.Code, null, []),
            [] => new RegionFound(null, "import-region-unknown", Near(name)),
            _ => new RegionFound(null, "import-region-ambiguous", CodesOf(found)),
        };
    }

    /// <summary>As people tell one region from another: 松口镇大塘村委会.</summary>
    public string LabelOf(string code) =>
        regions.Find(code) switch
        {
            null => code,
            { Parent: { } parent } region => $"{regions.Find(parent)?.Name}{region.Name}",
            var region => region.Name,
        };

    private RegionFound ByName(string name, ImportLine line, Caller caller)
    {
        var (township, county) = (line[ImportColumns.Township], line[ImportColumns.County]);
        // "松口镇大塘村" says both.
        var found = Villages(name)
            .Concat(WithTownshipBefore(name))
            .DistinctBy(village => village.Code)
            .Where(village => caller.Covers(village.Code) && Is(TownshipOf(village), township) && Is(CountyOf(village), county))
            .ToList();
        if (found is [var single])
        {
            return new RegionFound(single.Code, null, []);
        }
        if (found.Count > 1)
        {
            return new RegionFound(null, "import-village-ambiguous", CodesOf(found));
        }
        var near = regions.All.Where(village =>
            village.Level is RegionLevel.Village
            && township is not null
            && caller.Covers(village.Code)
            && Is(TownshipOf(village), township)
            && Is(CountyOf(village), county)
        );
        return new RegionFound(null, "import-village-unknown", CodesOf(near));
    }

    private IEnumerable<Region> Villages(string name) => _regions[Bare(name)].Where(region => region.Level is RegionLevel.Village);

    private bool IsBelow(Region region, string names)
    {
        if (region.Parent is not { } code || regions.Find(code) is not { } parent)
        {
            return false;
        }
        return Is(parent, names)
            || IsBelow(parent, names)
            || Enumerable.Range(1, names.Length - 1).Any(cut => Is(parent, names[cut..]) && IsBelow(parent, names[..cut]));
    }

    // Townships that share letters with the name, and the counties: what somebody who mistyped may have meant.
    private string[] Near(string name) =>
        [
            .. regions
                .All.Where(region => region.Level is RegionLevel.Township)
                .OrderByDescending(region => region.Name.Count(name.Contains))
                .ThenBy(region => region.Code, StringComparer.Ordinal)
                .Take(MaxNear)
                .Select(region => region.Code),
            .. regions
                .All.Where(region => region.Level is RegionLevel.County or RegionLevel.City)
                .Select(region => region.Code)
                .Order(StringComparer.Ordinal),
        ];

    private static string[] CodesOf(IEnumerable<Region> found) =>
        [.. found.Select(region => region.Code).Order(StringComparer.Ordinal).Take(MaxChoices)];

    private IEnumerable<Region> WithTownshipBefore(string name) =>
        from cut in Enumerable.Range(2, Math.Max(0, name.Length - 3))
        from village in Villages(name[cut..])
        where Is(TownshipOf(village), name[..cut])
        select village;

    private Region? TownshipOf(Region village) => village.Parent is { } parent ? regions.Find(parent) : null;

    private Region? CountyOf(Region village) => TownshipOf(village)?.Parent is { } county ? regions.Find(county) : null;

    private static bool Is(Region? region, string? name) =>
        name is null || (region is not null && Bare(region.Name) == Bare(CellValues.WithoutSpaces(name)));

    private static string Bare(string name)
    {
        var tidy = CellText.Tidy(name, freeText: false);
        foreach (var ending in Endings)
        {
            if (tidy.Length > ending.Length + 1 && tidy.EndsWith(ending, StringComparison.Ordinal))
            {
                return tidy[..^ending.Length];
            }
        }

        return tidy;
    }
}
