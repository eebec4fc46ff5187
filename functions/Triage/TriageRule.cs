using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Triage;

/// <summary>One row of seeds/triage/rules.json. It holds when all holds that it names.</summary>
/// <param name="Discipline">Code of list discipline: who should see it.</param>
/// <param name="Label">Why, in plain words.</param>
/// <param name="Symptoms">One of these is there.</param>
/// <param name="Reading">Code of list readings, held against <paramref name="Value"/> in its canonical unit.</param>
/// <param name="Variants">Another value from an age on; the highest age that is reached counts.</param>
/// <param name="MinimumAge">In full years; does not hold where the age is not known.</param>
/// <param name="MaximumAge">In full years, that one included; does not hold where the age is not known.</param>
public sealed record TriageRule(
    string Code,
    TriageLevel Level,
    string Discipline,
    Label Label,
    string Source,
    IReadOnlyList<string>? Symptoms = null,
    string? Reading = null,
    Comparison? Comparison = null,
    decimal? Value = null,
    IReadOnlyList<ThresholdVariant>? Variants = null,
    int? MinimumAge = null,
    int? MaximumAge = null
)
{
    public bool Holds(int? age, IReadOnlyList<string> symptoms, IReadOnlyList<Reading> readings) =>
        (MinimumAge is null || age >= MinimumAge)
        && (MaximumAge is null || age <= MaximumAge)
        && (Symptoms is null || Symptoms.Intersect(symptoms, StringComparer.Ordinal).Any())
        && (Reading is null || readings.Any(reading => reading.Code == Reading && IsMetBy(reading.Value, age)));

    private bool IsMetBy(decimal reading, int? age) =>
        Comparison is { } comparison
        && Value is { } value
        && new Threshold(Reading!, comparison, value, null, null, Variants).IsMetBy(reading, age);
}
