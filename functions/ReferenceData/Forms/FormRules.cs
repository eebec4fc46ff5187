using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.ReferenceData.Forms;

/// <summary>What follows from a form's answers (national specification, 3rd ed., 2017; docs/domain.md §5).</summary>
/// <param name="Regular">The longest time to the next visit: the first whose condition holds.</param>
/// <param name="Control">In control when all of them hold.</param>
/// <param name="Decisions">The first that applies decides; the last applies to everybody.</param>
public sealed record FormRules(
    IReadOnlyList<RegularInterval> Regular,
    IReadOnlyList<FormCondition> Control,
    IReadOnlyList<FormRule> Decisions
)
{
    /// <summary>Within how many days an urgent visit is followed up.</summary>
    [JsonIgnore]
    public int UrgentWithinDays { get; private init; }

    /// <summary>This with the time to the visit after an urgent one, which is the same for all forms.</summary>
    internal FormRules UrgentWithin(int days) =>
        this with
        {
            UrgentWithinDays = days,
            Decisions = [.. Decisions.Select(rule => rule.Urgent ? rule with { WithinDays = days } : rule)],
        };
}

public sealed record RegularInterval(int WithinDays, FormCondition? When = null);

/// <param name="Any">One of them has to hold; null where it does not depend on answers.</param>
/// <param name="InControl">What the condition has to be; null for either.</param>
/// <param name="AfterInARow">How many visits in a row, just before this one, have to have counted as out of control.</param>
/// <param name="Outcome">Code of list visitOutcome.</param>
/// <param name="Actions">Codes of list visitAction.</param>
/// <param name="Urgent">Treat and refer now.</param>
/// <param name="CountsAsOut">The visit counts as out of control for the ones after it.</param>
/// <param name="WithinDays">How soon the next visit is due; null for the regular time.</param>
public sealed record FormRule(
    string Code,
    string Outcome,
    IReadOnlyList<string> Actions,
    IReadOnlyList<FormCondition>? Any = null,
    bool? InControl = null,
    int AfterInARow = 0,
    bool Urgent = false,
    bool CountsAsOut = false,
    int? WithinDays = null
)
{
    public bool AppliesTo(IReadOnlyDictionary<string, JsonElement> answers, int? age, bool inControl, int inARow) =>
        (Any is null || Any.Any(condition => condition.HoldsFor(answers, age)))
        && (InControl is null || InControl == inControl)
        && inARow >= AfterInARow;
}

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
