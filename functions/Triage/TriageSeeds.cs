using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Triage;

/// <summary>What a clinician may edit in seeds/triage, read once.</summary>
public sealed class TriageSeeds
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public TriageSeeds(SeedFolder seeds)
    {
        Symptoms = Read<SymptomFile>(seeds, "symptoms").Items;
        Rules = Read<RuleFile>(seeds, "rules").Rules;
        Levels = Read<LevelFile>(seeds, "levels").Items.ToDictionary(item => item.Level);
        UrgentWords = Read<UrgentWords>(seeds, "urgent-words");
    }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Symptom> Symptoms { get; }

    public IReadOnlyList<TriageRule> Rules { get; }

    public IReadOnlyDictionary<TriageLevel, LevelAdvice> Levels { get; }

    public UrgentWords UrgentWords { get; }

    private static T Read<T>(SeedFolder seeds, string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(seeds.PathOf("triage", $"{file}.json")), Options) ?? throw new JsonException($"seeds/triage/{file}.json is empty.");

    private sealed record SymptomFile(IReadOnlyList<Symptom> Items);

    private sealed record RuleFile(IReadOnlyList<TriageRule> Rules);

    private sealed record LevelFile(IReadOnlyList<LevelAdvice> Items);
}

/// <param name="Chinese">In the words of families.</param>
public sealed record Symptom(string Code, [property: JsonPropertyName("zh-CN")] string Chinese, [property: JsonPropertyName("en")] string English);

public sealed record LevelAdvice(TriageLevel Level, Label Label, Label Advice);
