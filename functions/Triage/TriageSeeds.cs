using System.Text.Json.Serialization;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Triage;

/// <summary>What a clinician may edit in seeds/triage, read once.</summary>
public sealed class TriageSeeds
{
    public TriageSeeds(SeedFolder seeds)
    {
        Symptoms = seeds.Read<SymptomFile>("triage", "symptoms").Items;
        Rules = seeds.Read<RuleFile>("triage", "rules").Rules;
        Levels = seeds.Read<LevelFile>("triage", "levels").Items.ToDictionary(item => item.Level);
        UrgentWords = seeds.Read<UrgentWords>("triage", "urgent-words");
    }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Symptom> Symptoms { get; }

    public IReadOnlyList<TriageRule> Rules { get; }

    public IReadOnlyDictionary<TriageLevel, LevelAdvice> Levels { get; }

    public UrgentWords UrgentWords { get; }

    private sealed record SymptomFile(IReadOnlyList<Symptom> Items);

    private sealed record RuleFile(IReadOnlyList<TriageRule> Rules);

    private sealed record LevelFile(IReadOnlyList<LevelAdvice> Items);
}

/// <param name="Chinese">In the words of families.</param>
public sealed record Symptom(
    string Code,
    [property: JsonPropertyName("zh-CN")] string Chinese,
    [property: JsonPropertyName("en")] string English
);

public sealed record LevelAdvice(TriageLevel Level, Label Label, Label Advice);
