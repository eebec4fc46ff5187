using System.Text.Json.Serialization;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Pathways;

/// <summary>
/// A clinical pathway (临床路径), as a clinician may edit it in seeds/pathways: whom it is for, and the goals, activities and
/// follow-ups that it asks for.
/// </summary>
/// <param name="Source">Where its values come from.</param>
/// <param name="Batch">Code of list batch; null where it makes nobody sick (age).</param>
/// <param name="Disciplines">Codes of list discipline.</param>
public sealed record Pathway(
    string Code,
    Label Label,
    string Source,
    PathwayScope AppliesTo,
    string? Batch,
    IReadOnlyList<string> Disciplines,
    IReadOnlyList<PathwayGoal> Goals,
    IReadOnlyList<PathwayActivity> Activities,
    PathwayFollowUp FollowUp
)
{
    /// <summary>Readings that call for treatment and referral at once: those that the form of its follow-ups names.</summary>
    [JsonIgnore]
    public IReadOnlyList<Threshold> Urgent { get; init; } = [];

    /// <summary>Within how many days an urgent reading is followed up: as the form of its follow-ups says.</summary>
    [JsonIgnore]
    public int UrgentWithinDays { get; init; } = int.MaxValue;

    /// <param name="condition">ICD-10 code.</param>
    public bool IsFor(string condition) => AppliesTo.Conditions?.Contains(condition, StringComparer.Ordinal) == true;
}

/// <param name="Conditions">ICD-10 codes of list conditions.</param>
/// <param name="MinimumAge">In years: for everybody from then on, sick or not.</param>
/// <param name="Otherwise">For a condition that no other pathway names.</param>
public sealed record PathwayScope(IReadOnlyList<string>? Conditions, int? MinimumAge, bool Otherwise);

public sealed record PathwayGoal(
    string Code,
    string Reading,
    Comparison Comparison,
    decimal Target,
    string Unit,
    int WithinDays,
    Label Label,
    IReadOnlyList<TargetVariant>? Variants
);

/// <summary>Another target from an age on.</summary>
public sealed record TargetVariant(int MinimumAge, decimal Target);

/// <param name="Kind">Code of list activityKind.</param>
/// <param name="Discipline">Code of list discipline: who does it.</param>
/// <param name="Instructions">To the family, in plain words.</param>
public sealed record PathwayActivity(string Code, string Kind, string Discipline, int EveryDays, Label Label, Label Instructions);

/// <param name="Form">The follow-up form's code.</param>
/// <param name="From">
/// What <paramref name="FirstWithinDays"/> and <paramref name="ForDays"/> are counted from; the day of the draft where it is left out, or
/// nobody knows it.
/// </param>
/// <param name="ForDays">How long there are visits; null for as long as there is a reason.</param>
public sealed record PathwayFollowUp(
    string Form,
    int EveryDays,
    int FirstWithinDays,
    int VisitsPerYear,
    FollowUpStart? From = null,
    int? ForDays = null
);

public enum FollowUpStart
{
    /// <summary>The day of the diagnosis: of a pregnancy its registration, of childbirth the birth.</summary>
    Diagnosis,

    /// <summary>The member's own birth.</summary>
    Birth,
}
