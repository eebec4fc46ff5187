using System.Text.Json.Nodes;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Seeds;

/// <summary>The seeds of the checkout; that they are in order is held by SeedCheckTests.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<Pathway> Pathways { get; } = SomePlan.Pathways.All;

    public static IReadOnlyDictionary<string, JsonArray> CodeLists { get; } =
        FilesOf("codes")
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file),
                file => JsonNode.Parse(File.ReadAllText(file))!["items"]!.AsArray(),
                StringComparer.Ordinal
            );

    public static IReadOnlySet<string> Codes(string list) =>
        CodeLists[list].Select(item => (string)item!["code"]!).ToHashSet(StringComparer.Ordinal);

    private static string[] FilesOf(string folder) => Directory.GetFiles(Repository.PathOf("seeds", folder), "*.json");
}
