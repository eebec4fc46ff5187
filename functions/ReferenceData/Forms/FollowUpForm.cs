using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.ReferenceData.Forms;

/// <summary>A follow-up form as a clinician may edit it in seeds/forms: what is asked, and what follows from the answers.</summary>
/// <param name="Code">The code by which a pathway names it.</param>
/// <param name="Source">Where its fields come from.</param>
/// <param name="Condition">
/// It follows a disease, not only an age: its patients count as managed, to standard and in control (docs/domain.md §7).
/// </param>
/// <param name="FaceToFace">Only visits face to face count as follow-ups.</param>
public sealed record FollowUpForm(
    string Code,
    Label Label,
    string Source,
    bool Condition,
    IReadOnlyList<FormSection> Sections,
    FormRules Rules,
    bool FaceToFace = false
)
{
    private const string ByTelephone = "3";

    /// <summary>Whether a visit in this way settles the follow-up that is due.</summary>
    /// <param name="contactMode">Code of list contactMode.</param>
    public bool Counts(string contactMode) => !FaceToFace || contactMode != ByTelephone;

    [JsonIgnore]
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>The numbers among the answers that the rules look at, by field; null where there is none.</summary>
    public IReadOnlyDictionary<string, decimal>? KeyNumbersOf(IReadOnlyDictionary<string, JsonElement> answers)
    {
        var looked = Rules
            .Control.Concat(Rules.Decisions.SelectMany(rule => rule.Any ?? []))
            .Select(condition => condition.Field)
            .ToHashSet();
        var numbers = Fields
            .Where(field => field.Type is FieldType.Reading or FieldType.Number && looked.Contains(field.Code))
            .Where(field => answers.ContainsKey(field.Code))
            .ToDictionary(field => field.Code, field => answers[field.Code].GetDecimal(), StringComparer.Ordinal);
        return numbers.Count > 0 ? numbers : null;
    }

    /// <summary>The readings that call for treatment and referral at once, wherever they were taken.</summary>
    public IEnumerable<Threshold> UrgentReadings(ReadingKinds kinds) =>
        from condition in Rules.Decisions.Where(rule => rule.Urgent).SelectMany(rule => rule.Any ?? [])
        let kind = kinds.Find(Fields.First(field => field.Code == condition.Field).Reading ?? "")
        where kind is not null && condition.Comparison is not null
        select new Threshold(
            kind.Code,
            condition.Comparison!.Value,
            condition.Value!.Value,
            kind.Unit,
            condition.Action,
            condition.Variants
        );
}

public sealed record FormSection(string Code, Label Label, IReadOnlyList<FormField> Fields);

/// <summary>A question. What a type does not use is null.</summary>
/// <param name="Reading">Code of list readings.</param>
/// <param name="Unit">Of a number; that of a reading is its kind's.</param>
/// <param name="Likely">A value outside has to be confirmed.</param>
/// <param name="Decimals">How many places after the point are allowed; null for any.</param>
/// <param name="List">The code list of its answers, where it has no options of its own.</param>
/// <param name="ShowWhen">Asked only when this holds.</param>
public sealed record FormField(
    string Code,
    FieldType Type,
    Label Label,
    Label? Hint = null,
    bool Required = false,
    string? Reading = null,
    string? Unit = null,
    decimal? Minimum = null,
    decimal? Maximum = null,
    ReadingRange? Likely = null,
    int? Decimals = null,
    string? List = null,
    IReadOnlyList<FieldOption>? Options = null,
    int? MaximumLength = null,
    FormCondition? ShowWhen = null
);

/// <param name="Exclusive">It goes with no other.</param>
/// <param name="Danger">It calls for treatment and referral at once.</param>
public sealed record FieldOption(string Code, Label Label, bool Exclusive = false, bool Danger = false);

public enum FieldType
{
    /// <summary>A number of a kind of seeds/codes/readings.json, kept in that kind's unit.</summary>
    Reading,

    Number,

    /// <summary>One code.</summary>
    Choice,

    /// <summary>Several codes.</summary>
    Choices,

    Text,

    /// <summary>A day, not in the future.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,
}

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
