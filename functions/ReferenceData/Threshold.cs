using System.Diagnostics;
using System.Text.Json;

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

/// <summary>A field's answer, held against a value or against codes. What was not answered never holds.</summary>
/// <param name="Value">In the reading's canonical unit.</param>
/// <param name="Variants">Another value from an age on.</param>
/// <param name="In">One of the answers is one of these codes; of a flag <c>true</c> or <c>false</c>.</param>
/// <param name="Action">What to do at once where it holds.</param>
public sealed record FormCondition(
    string Field,
    Comparison? Comparison = null,
    decimal? Value = null,
    IReadOnlyList<ThresholdVariant>? Variants = null,
    IReadOnlyList<string>? In = null,
    Label? Action = null
)
{
    public bool HoldsFor(IReadOnlyDictionary<string, JsonElement> answers, int? age) =>
        answers.TryGetValue(Field, out var answer)
        && (
            Comparison is { } comparison
                ? comparison.Holds(answer.GetDecimal(), ValueAt(age))
                : CodesOf(answer).Intersect(In ?? [], StringComparer.Ordinal).Any()
        );

    private decimal ValueAt(int? age) => new Threshold(Field, Comparison!.Value, Value!.Value, null, null, Variants).ValueAt(age);

    private static IEnumerable<string> CodesOf(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.Array => answer.EnumerateArray().Select(code => code.GetString()!),
            JsonValueKind.String => [answer.GetString()!],
            JsonValueKind.True => ["true"],
            JsonValueKind.False => ["false"],
            _ => [],
        };
}

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
    public static decimal Stricter(this Comparison comparison, decimal first, decimal second) =>
        comparison is Comparison.Below or Comparison.AtMost ? Math.Min(first, second) : Math.Max(first, second);
}
