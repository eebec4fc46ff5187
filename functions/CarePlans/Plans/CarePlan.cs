using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>
/// A member's multidisciplinary care plan (多学科诊疗方案). Texts are copied from the pathways that it was drafted from, for a plan says
/// what was agreed then, whatever becomes of the pathway.
/// </summary>
/// <param name="Version">1 for the first draft, gapless: each change of its content or status is the next one.</param>
/// <param name="Pathways">Codes of the pathways merged into it.</param>
/// <param name="Conditions">ICD-10 codes of what it was drafted for.</param>
public sealed record CarePlan(
    int Member,
    int Version,
    CarePlanStatus Status,
    IReadOnlyList<string> Pathways,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Disciplines,
    IReadOnlyList<string> Batches,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<FollowUp> FollowUps,
    DateOnly DraftedOn
)
{
    /// <summary>Each version, written with it and never changed.</summary>
    public static DocumentKind<CarePlan> VersionStoredAs { get; } = new("planVersion");

    /// <summary>The version in force, where there is one.</summary>
    public static DocumentKind<CarePlan> InForceStoredAs { get; } = new("planInForce");

    public static string VersionId(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version:D4}");

    /// <summary>The version that is in force; null where none is. Under revision it is an earlier one than this.</summary>
    public int? ActiveVersion { get; init; }

    /// <summary>The step that made this version; null for a draft that pathways made.</summary>
    public RecordedStep? Made { get; init; }

    /// <summary>Whether a new draft would ask for nothing else: the same pathways for the same conditions.</summary>
    public bool Covers(CarePlan draft) =>
        Pathways.SequenceEqual(draft.Pathways, StringComparer.Ordinal)
        && Conditions.SequenceEqual(draft.Conditions, StringComparer.Ordinal);
}

/// <summary>What somebody has done with a plan; the signature of a step that is signed.</summary>
/// <param name="By">Account id, or <see cref="Service"/>.</param>
/// <param name="Reason">In a person's own words.</param>
public sealed record RecordedStep(PlanStep Step, string By, string PhysicianId, DateTimeOffset At, string? Reason = null)
{
    /// <summary>Takes the steps that no person takes, such as a redraft.</summary>
    public const string Service = "service";

    public Signature? Signature { get; init; }

    /// <summary>Disciplines of the team whose opinion was not there when it was decided.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Code of list departureReason, where the plan ended because the member left.</summary>
    public string? Departure { get; init; }
}

/// <param name="Code">Unique among the plan's goals.</param>
/// <param name="Reading">Code of list readings: what is measured.</param>
/// <param name="Unit">The reading's canonical unit.</param>
/// <param name="By">When it is to be reached.</param>
public sealed record Goal(string Code, string Reading, Comparison Comparison, decimal Target, string Unit, DateOnly By, Label Label)
{
    /// <summary>The pathway that asks for it as it is; null for what a physician made or changed.</summary>
    public string? Pathway { get; init; }
}

/// <param name="Code">Unique among the plan's activities.</param>
/// <param name="Kind">Code of list activityKind.</param>
/// <param name="Discipline">Code of list discipline: who does it.</param>
/// <param name="Instructions">To the family, in plain words.</param>
public sealed record Activity(
    string Code,
    string Kind,
    string Discipline,
    int EveryDays,
    DateOnly StartsOn,
    Label Label,
    Label Instructions
)
{
    /// <summary>Code of list activityKind; where and when to seek care is said by whoever visits.</summary>
    internal const string CareGuidance = "careGuidance";

    /// <summary>
    /// The health workers of the village do it, not the physician of its discipline: public health, and care guidance of any discipline.
    /// </summary>
    internal bool IsOfVillage => Discipline == "publicHealth" || Kind == CareGuidance;

    /// <summary>The last day on which it is done; null for as long as the plan is in force.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The pathway that asks for it as it is; null for what a physician made or changed.</summary>
    public string? Pathway { get; init; }
}

/// <summary>Which visits were agreed; when the next one is due is the schedule's.</summary>
/// <param name="Form">The follow-up form's code.</param>
public sealed record FollowUp(string Form, int EveryDays, int VisitsPerYear)
{
    /// <summary>The last day on which one is due; null for as long as the plan is in force.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The pathway that asks for it as it is; null for what a physician made or changed.</summary>
    public string? Pathway { get; init; }
}
