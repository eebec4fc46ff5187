namespace Alleviation.Functions.ReferenceData;

/// <summary>A value that a reading is held against.</summary>
/// <param name="Reading">Code of list readings.</param>
/// <param name="Value">In the reading's canonical unit.</param>
/// <param name="Action">What to do at once where it is met.</param>
/// <param name="Variants">Another value from an age on; the highest age that is reached counts.</param>
public sealed record Threshold(
    string Reading,
    Comparison Comparison,
    decimal Value,
    string? Unit,
    Label? Action,
    IReadOnlyList<ThresholdVariant>? Variants
)
{
    public decimal ValueAt(int? age) =>
        Variants?.Where(variant => age >= variant.MinimumAge).MaxBy(variant => variant.MinimumAge)?.Value ?? Value;

    public bool IsMetBy(decimal reading, int? age) => Comparison.Holds(reading, ValueAt(age));
}

public sealed record ThresholdVariant(int MinimumAge, decimal Value);
