using System.Text.Json;

namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Regions (GB/T 2260): each below its parent by its code, and an outline for every county.</summary>
internal static class RegionCheck
{
    public const string File = "regions/meizhou-regions.csv";
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["province"] = 2,
        ["city"] = 4,
        ["county"] = 6,
        ["township"] = 9,
        ["village"] = 12,
    };

    public static IReadOnlyList<SeedFault> Of(SeedFolder seeds, SeedLibrary library)
    {
        var faults = new List<SeedFault>();
        var lines = CsvLines.Of(seeds, File, ["code", "level", "name", "parent"], faults);
        var codes = lines.Select(line => line["code"]).ToHashSet(StringComparer.Ordinal);
        foreach (var again in lines.GroupBy(line => line["code"], StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            faults.Add(again.Fault("code", $"{again["code"]} is there twice."));
        }
        foreach (var line in lines)
        {
            if (!Lengths.TryGetValue(line["level"], out var length))
            {
                faults.Add(line.Fault("level", $"\"{line["level"]}\" is no level. {Suggestion.Of(line["level"], Lengths.Keys)}"));
            }
            else if (line["code"].Length != length || !line["code"].All(char.IsAsciiDigit))
            {
                faults.Add(line.Fault("code", $"The code of a {line["level"]} has {length} digits."));
            }

            if (string.IsNullOrWhiteSpace(line["name"]))
            {
                faults.Add(line.Fault("name", "The name is missing."));
            }
            var isTop = line["level"] is "province";
            if (isTop != (line["parent"].Length == 0))
            {
                faults.Add(line.Fault("parent", "Every region but a province has a parent."));
            }
            else if (!isTop && !codes.Contains(line["parent"]))
            {
                faults.Add(line.Fault("parent", $"{line["parent"]} is no region of this file."));
            }
            else if (!line["code"].StartsWith(line["parent"], StringComparison.Ordinal))
            {
                faults.Add(line.Fault("parent", $"The code has to begin with that of its parent, {line["parent"]}."));
            }
        }

        return [.. faults, .. Outlines(library, lines)];
    }

    private static IEnumerable<SeedNode> Points(SeedNode feature) => Points(feature.Find("geometry")!.Value.Find("coordinates")!.Value, 4);

    // A list of points, in a list of rings, in a list of polygons.
    private static IEnumerable<SeedNode> Points(SeedNode node, int depth) =>
        depth == 0 || !node.Elements().Any(inner => inner.Value.ValueKind is JsonValueKind.Array)
            ? [node]
            : node.Elements().SelectMany(inner => Points(inner, depth - 1));

    private static bool IsInChina(SeedNode point) =>
        point.Elements().ToList() is [var longitude, var latitude]
        && longitude.Value.ValueKind is JsonValueKind.Number
        && longitude.Value.GetDouble() is >= 73 and <= 136
        && latitude.Value.ValueKind is JsonValueKind.Number
        && latitude.Value.GetDouble() is >= 3 and <= 54;

    private static IEnumerable<SeedFault> Outlines(SeedLibrary library, IReadOnlyList<CsvLine> lines)
    {
        foreach (var point in library.Outlines.Items("features").SelectMany(feature => Points(feature)).Where(point => !IsInChina(point)))
        {
            yield return point.Fault("A point is its longitude (73 to 136) and its latitude (3 to 54), in this order.");
        }
        var features = library.Outlines.Items("features").Select(feature => feature.Find("properties")!.Value).ToList();
        var counties = lines.Where(line => line["level"] is "county").Select(line => line["code"]).ToList();
        foreach (var unknown in features.Where(feature => !counties.Contains(feature.Text("code")!)))
        {
            yield return unknown.Fault($"{unknown.Text("code")} is no county of {File}.");
        }
        foreach (var again in features.GroupBy(feature => feature.Text("code"), StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            yield return again.Fault($"{again.Text("code")} has two outlines.");
        }
        foreach (var missing in counties.Except(features.Select(feature => feature.Text("code")!)))
        {
            yield return library.Outlines.Fault($"The county {missing} has no outline: the map would leave it out.");
        }
    }
}
