using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.ReferenceData;

/// <summary>
/// The seeds of the checkout in a folder of their own, into which a test puts a mistake. The counties' outlines have few points there:
/// their thousands are half the work of a check, and one is checked like another.
/// </summary>
internal sealed partial class BrokenSeeds : IDisposable
{
    private const string Outlines = "regions/meizhou-counties.geojson";
    private const int PointsKept = 4;
    private static readonly string Seeds = Repository.PathOf("seeds");
    private static readonly Lazy<string> ShortOutlines = new(Shorten);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public BrokenSeeds()
    {
        foreach (var file in Directory.EnumerateFiles(Seeds, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(PathOf(Outlines), ShortOutlines.Value);
    }

    public string Folder => _folder.FullName;

    public IReadOnlyList<SeedFault> Faults() => SeedCheck.Of(new SeedFolder(Folder));

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Asserts that a value is refused with these words.</summary>
    /// <param name="place">Where the fault is told; null for <paramref name="path"/>.</param>
    /// <param name="inFile">… and in which file; null for <paramref name="file"/>.</param>
    public void Tells(string file, string path, string? value, string message, string? place = null, string? inFile = null)
    {
        Set(file, path, value);

        Tells(inFile ?? file, place ?? path, message);
    }

    public void Tells(string file, string place, string message) =>
        Assert.Contains(
            Faults(),
            fault => fault.File == file && fault.Path == place && fault.Message.Contains(message, StringComparison.Ordinal)
        );

    /// <param name="path">As faults name it.</param>
    /// <param name="value">JSON; null takes the value away; with <c>+</c> before it, it is added at the end of a list.</param>
    public void Set(string file, string path, string? value)
    {
        var root = JsonNode.Parse(File.ReadAllText(PathOf(file)))!;
        var steps = Step().Matches(path).Select(step => step.Value.Trim('.', '[', ']')).ToList();
        var parent = steps.SkipLast(1).Aggregate(root, (node, step) => node is JsonArray ? node[Index(step)]! : node[step]!);
        if (value?[0] == '+')
        {
            (parent is JsonArray ? parent[Index(steps[^1])]! : parent[steps[^1]]!).AsArray().Add(JsonNode.Parse(value[1..]));
        }
        else if (value is not null && parent is JsonArray list)
        {
            list[Index(steps[^1])] = JsonNode.Parse(value);
        }
        else if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }
        else if (parent is JsonArray shorter)
        {
            shorter.RemoveAt(Index(steps[^1]));
        }
        else
        {
            Assert.True(parent.AsObject().Remove(steps[^1]));
        }
        File.WriteAllText(PathOf(file), root.ToJsonString());
    }

    /// <summary>In a file that is no JSON, or no longer.</summary>
    public void Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(PathOf(file));
        var index = before.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0);
        File.WriteAllText(PathOf(file), before[..index] + by + before[(index + text.Length)..]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Shorten()
    {
        var outlines = JsonNode.Parse(File.ReadAllText(Path.Combine(Seeds, Outlines)))!;
        foreach (var feature in outlines["features"]!.AsArray())
        {
            Shorten(feature!["geometry"]!["coordinates"]!.AsArray());
        }
        return outlines.ToJsonString();
    }

    // A list of points, or a list of such lists.
    private static void Shorten(JsonArray coordinates)
    {
        if (coordinates[0]![0] is JsonArray)
        {
            foreach (var inner in coordinates)
            {
                Shorten(inner!.AsArray());
            }
            return;
        }

        while (coordinates.Count > PointsKept)
        {
            coordinates.RemoveAt(coordinates.Count - 1);
        }
    }

    private static int Index(string step) => int.Parse(step, null);

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Step();
}
