using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>
/// An activity as it is answered, with what has become of it; due and overdue are derived from dates at the moment of asking.
/// </summary>
/// <param name="NextDueOn">Null where it is not in force, or over.</param>
/// <param name="OverdueDays">0 while it is not overdue.</param>
/// <param name="Skips">How many times in a row it was skipped.</param>
public sealed record ActivityView(
    string Code,
    string Kind,
    string Discipline,
    int EveryDays,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    Label Label,
    Label Instructions,
    string? Pathway,
    DateOnly? NextDueOn,
    DateOnly? LastDoneOn,
    int OverdueDays,
    int Skips
)
{
    internal static ActivityView Of(Activity activity, CareSchedule? schedule, DateOnly today)
    {
        var progress = schedule?.Activities.FirstOrDefault(known => known.Code == activity.Code);
        return new ActivityView(
            activity.Code,
            activity.Kind,
            activity.Discipline,
            activity.EveryDays,
            activity.StartsOn,
            activity.EndsOn,
            activity.Label,
            activity.Instructions,
            activity.Pathway,
            progress?.NextDueOn,
            progress?.LastDoneOn,
            progress?.NextDueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0,
            progress?.Skips ?? 0
        );
    }
}
