using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans;

/// <summary>
/// A member's multidisciplinary care plan (多学科诊疗方案). Texts are copied from the pathways that it was drafted from, for a plan says
/// what was agreed then, whatever becomes of the pathway.
/// </summary>
/// <param name="Version">1 for the first draft, gapless.</param>
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
    DateOnly DraftedOn)
{
    /// <summary>Whether a new draft would ask for nothing else: the same pathways for the same conditions.</summary>
    public bool Covers(CarePlan draft) =>
        Pathways.SequenceEqual(draft.Pathways, StringComparer.Ordinal) && Conditions.SequenceEqual(draft.Conditions, StringComparer.Ordinal);
}

/// <summary>The names are stored.</summary>
public enum CarePlanStatus
{
    /// <summary>Drawn up from pathways; nobody has decided on it.</summary>
    Draft,

    /// <summary>The responsible physician has signed it.</summary>
    Active,

    Completed,

    Cancelled,
}

public static class CarePlanStatuses
{
    public static string ToStored(this CarePlanStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];
}

/// <param name="Reading">Code of list readings: what is measured.</param>
public sealed record Goal(string Code, string Reading, Comparison Comparison, decimal Target, string Unit, DateOnly By, Label Label);

/// <param name="Kind">Code of list activityKind.</param>
public sealed record Activity(string Code, string Kind, string Discipline, int EveryDays, DateOnly StartsOn, Label Label, Label Instructions);

/// <summary>Which visits were agreed; when the next one is due is the schedule's.</summary>
/// <param name="Form">The follow-up form's code.</param>
public sealed record FollowUp(string Form, int EveryDays, int VisitsPerYear);
