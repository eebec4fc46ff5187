using System.Globalization;
using System.Text.RegularExpressions;
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
    DateOnly? BornOn = null,
    string? Phone = null
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
            item.BornOn,
            item.Phone
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

/// <summary>Whose list it is.</summary>
/// <param name="PhysicianId">Null for the health workers of a region.</param>
/// <param name="Region">A township's or a village's code; null for a physician.</param>
/// <param name="At">When it is asked: a guest's lines have an end.</param>
public sealed record WorklistOwner(PhysicianId? PhysicianId, string? Region, DateTimeOffset At)
{
    internal string Partition => Region is { } region ? region[..9] : PhysicianId!.Value.Value;

    internal string? Village => Region is { Length: 12 } village ? village : null;
}

/// <summary>
/// Where a line stands in its list, as nine characters that sort: 0 urgent, 1 due on a day, 2 nothing due; then the day, as yyyyMMdd.
/// Overdue is no place of its own: it is the days that have passed.
/// </summary>
internal static partial class WorklistOrder
{
    private const string NoDay = "00000000";

    public static string Of(bool urgent, DateOnly? dueOn) =>
        (
            urgent ? "0"
            : dueOn is null ? "2"
            : "1"
        ) + (dueOn is { } day ? Text(day) : NoDay);

    public static string OfDay(DateOnly day) => $"1{Text(day)}";

    /// <summary>Whether a key from a client is one of a line: with another the next page would begin among the households.</summary>
    public static bool IsLine(string key) => Line().IsMatch(key);

    [GeneratedRegex("^1:[0-2][0-9]{8}:[0-9]{12}:[0-9a-f-]+:[0-9]{2}$")]
    private static partial Regex Line();

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>A part of a list, by the beginning of its lines' order.</summary>
public sealed record WorklistRange(string From, string Before)
{
    public static WorklistRange Whole { get; } = new("0", "3");

    public bool IsEmpty => string.CompareOrdinal(From, Before) >= 0;

    public static WorklistRange Of(WorklistUrgency urgency, DateOnly today) =>
        urgency switch
        {
            WorklistUrgency.Urgent => new WorklistRange("0", "1"),
            WorklistUrgency.Overdue => new WorklistRange("1", WorklistOrder.OfDay(today)),
            WorklistUrgency.Due => new WorklistRange(WorklistOrder.OfDay(today), "2"),
            _ => new WorklistRange("2", "3"),
        };

    /// <summary>Of it, what is urgent or due on the day or before.</summary>
    public WorklistRange Until(DateOnly? dueBy)
    {
        var before =
            dueBy is not { } day ? Before
            : day == DateOnly.MaxValue ? "2"
            : WorklistOrder.OfDay(day.AddDays(1));
        return string.CompareOrdinal(before, Before) < 0 ? this with { Before = before } : this;
    }
}
