using System.Text.RegularExpressions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>Slices use each other without circles, and <c>Platform/</c> uses none of them.</summary>
public sealed partial class SliceGraphTests
{
    private const string Platform = "Platform";

    private static readonly string Root = Repository.PathOf("functions");

    private static readonly HashSet<string> Slices = Directory
        .EnumerateDirectories(Root)
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => Directory.EnumerateFiles(Path.Combine(Root, name), "*.cs").Any() || name is Platform)
        .Except(["bin", "obj"])
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>By slice: the slices that it names, and a file that does.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Uses = Slices.ToDictionary(
        slice => slice,
        slice =>
            Directory
                .EnumerateFiles(Path.Combine(Root, slice), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file =>
                    Named()
                        .Matches(File.ReadAllText(file))
                        .Select(used => (Slice: used.Groups["slice"].Value, File: Path.GetRelativePath(Root, file)))
                )
                .Where(used => used.Slice != slice && Slices.Contains(used.Slice))
                .GroupBy(used => used.Slice)
                .ToDictionary(uses => uses.Key, uses => uses.First().File, StringComparer.Ordinal),
        StringComparer.Ordinal
    );

    [Fact]
    public void Slices_HaveNoCircle()
    {
        Assert.InRange(Slices.Count, 20, 60);
        var left = Slices.ToHashSet(StringComparer.Ordinal);
        // What uses nothing that is left is in no circle.
        while (left.FirstOrDefault(slice => !Uses[slice].Keys.Any(left.Contains)) is { } outermost)
        {
            left.Remove(outermost);
        }

        Assert.Empty(
            left.SelectMany(slice => Uses[slice].Where(use => left.Contains(use.Key)).Select(use => $"{slice} uses {use.Key}: {use.Value}"))
        );
    }

    [Fact]
    public void Platform_UsesNoSlice() => Assert.Empty(Uses[Platform].Select(use => $"{use.Key}: {use.Value}"));

    /// <summary>
    /// Whoever looks for the tests of a slice finds them under its name. What <c>Pipeline/</c> does shows in what an enrolment and a move
    /// leave: it is tested in <c>Enrolment/</c>, <c>Records/</c> and <c>Reliability/</c>.
    /// </summary>
    [Fact]
    public void EachSlice_HasItsFolderOfTests() =>
        Assert.DoesNotContain(Slices.Except(["Pipeline"]), slice => !Directory.Exists(Repository.PathOf("tests", slice)));

    [GeneratedRegex(@"\bFunctions\.(?<slice>[A-Z]\w+)")]
    private static partial Regex Named();
}
