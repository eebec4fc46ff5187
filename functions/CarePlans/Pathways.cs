using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Functions.Codes;

namespace Alleviation.Functions.CarePlans;

/// <summary>The pathways of seeds/pathways, in the order of their files' names.</summary>
public sealed class Pathways
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public Pathways(SeedFolder seeds) => All =
    [
        .. Directory.EnumerateFiles(seeds.PathOf("pathways"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<Pathway>(File.ReadAllBytes(file), Options)
                ?? throw new InvalidOperationException($"The pathway {Path.GetFileName(file)} is empty.")),
    ];

    public IReadOnlyList<Pathway> All { get; }
}
