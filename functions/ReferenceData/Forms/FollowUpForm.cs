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
/// <param name="Likely">Asked about outside.</param>
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
