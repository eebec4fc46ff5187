using Alleviation.Functions.Households;

namespace Alleviation.Functions.Worklists;

/// <summary>A line of a worklist as it is answered: what is due, derived from dates at the moment of asking.</summary>
/// <param name="Member">Null for the household as a whole.</param>
/// <param name="OverdueDays">Nought while it is not overdue.</param>
/// <param name="Urgencies">Why it is urgent, the newest finding first; not where a task alone is urgent.</param>
public sealed record WorklistLine(
    string HouseholdId,
    int? Member,
    string VillageCode,
    string HeadName,
    string? Name,
    string? RecordNumber,
    IReadOnlyList<string> Conditions,
    WorklistUrgency Urgency,
    DateOnly? DueOn,
    int OverdueDays,
    IReadOnlyList<DueFollowUp> FollowUps,
    IReadOnlyList<HouseholdTask> Tasks,
    IReadOnlyList<UrgencySummary> Urgencies,
    DateOnly? BornOn = null
)
{
    public static WorklistLine Of(WorklistItem item, DateOnly today)
    {
        var overdue = item.DueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
        var urgency =
            item.Urgent ? WorklistUrgency.Urgent
            : overdue > 0 ? WorklistUrgency.Overdue
            : item.DueOn is not null ? WorklistUrgency.Due
            : WorklistUrgency.None;
        return new WorklistLine(
            item.Household.Value,
            item.Member == 0 ? null : item.Member,
            item.VillageCode,
            item.HeadName,
            item.MemberName,
            item.RecordNumber,
            item.Conditions,
            urgency,
            item.DueOn,
            overdue,
            item.FollowUps,
            item.Tasks,
            item.Urgencies,
            item.BornOn
        );
    }
}

/// <summary>In the order of the list.</summary>
public enum WorklistUrgency
{
    /// <summary>A reading calls for treatment at once.</summary>
    Urgent,

    /// <summary>Its day has passed.</summary>
    Overdue,

    /// <summary>Its day is to come.</summary>
    Due,

    /// <summary>Nothing is due.</summary>
    None,
}
