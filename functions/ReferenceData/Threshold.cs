using System.Diagnostics;

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

/// <summary>How a reading is held against a value. The names are stored.</summary>
public enum Comparison
{
    Below,
    AtMost,
    AtLeast,
    Above,
}

public static class Comparisons
{
    public static bool Holds(this Comparison comparison, decimal reading, decimal value) =>
        comparison switch
        {
            Comparison.Below => reading < value,
            Comparison.AtMost => reading <= value,
            Comparison.AtLeast => reading >= value,
            Comparison.Above => reading > value,
            _ => throw new UnreachableException($"Unmapped comparison '{comparison}'."),
        };

    /// <summary>Of two targets for one measure, the one that asks for more.</summary>
    public static decimal Stricter(this Comparison comparison, decimal one, decimal other) =>
        comparison is Comparison.Below or Comparison.AtMost ? Math.Min(one, other) : Math.Max(one, other);
}
