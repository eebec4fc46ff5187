using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Physicians;

/// <summary>A line of a worklist as it is answered: what is due, derived from dates at the moment of asking.</summary>
/// <param name="Member">Null for a household without anything due.</param>
/// <param name="OverdueDays">Nought while it is not overdue.</param>
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
    IReadOnlyList<DueFollowUp> FollowUps);

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

/// <param name="Households">On the panel.</param>
public sealed record Worklist(string PhysicianId, int Households, int Urgent, int Overdue, IReadOnlyList<WorklistLine> Items);

/// <summary>What a physician has to do: one partition read, sorted urgent first, then overdue by days, then by due date.</summary>
public sealed class ListWorklistHandler(WorklistTable worklists, TimeProvider clock)
{
    public async Task<Worklist> HandleAsync(PhysicianId physician, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var items = await worklists.ListAsync(physician.Value, cancellationToken);
        var lines = items.GroupBy(item => item.Household)
            .SelectMany(household => household.Count() == 1 ? household : household.Where(item => item.Member > 0))
            .Select(item => LineOf(item, today))
            .OrderBy(line => line.Urgency)
            .ThenBy(line => line.DueOn)
            .ThenBy(line => line.HouseholdId, StringComparer.Ordinal)
            .ThenBy(line => line.Member)
            .ToList();
        return new Worklist(
            physician.Value,
            items.Count(item => item.Member == 0),
            lines.Count(line => line.Urgency is WorklistUrgency.Urgent),
            lines.Count(line => line.OverdueDays > 0),
            lines);
    }

    private static WorklistLine LineOf(WorklistItem item, DateOnly today)
    {
        var overdue = item.DueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
        var urgency = item.Urgent ? WorklistUrgency.Urgent
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
            item.FollowUps);
    }
}
