using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Seeds;

/// <summary>The seeds of the checkout, read strictly: a field that nobody knows is a mistake.</summary>
internal static class SeedFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        PropertyNameCaseInsensitive = false,
    };

    public static IReadOnlyList<PathwayFile> Pathways { get; } =
        [.. FilesOf("pathways").Select(file => JsonSerializer.Deserialize<PathwayFile>(File.ReadAllText(file), Strict)!)];

    public static IReadOnlyDictionary<string, JsonArray> CodeLists { get; } = FilesOf("codes").ToDictionary(
        file => Path.GetFileNameWithoutExtension(file),
        file => JsonNode.Parse(File.ReadAllText(file))!["items"]!.AsArray(),
        StringComparer.Ordinal);

    public static IReadOnlySet<string> Codes(string list) => CodeLists[list].Select(item => (string)item!["code"]!).ToHashSet(StringComparer.Ordinal);

    private static string[] FilesOf(string folder) => Directory.GetFiles(Repository.PathOf("seeds", folder), "*.json");
}
