using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>What comes next in a member's care after a visit; pure. One that is sent late moves nothing backwards.</summary>
internal static class ScheduleAfterVisit
{
    /// <param name="latest">The newest readings, those of the visit among them: an older reading raises and settles nothing.</param>
    /// <param name="later">The visits by the form that are known to be later.</param>
    public static CareSchedule Of(CareSchedule before, FollowUpForm form, Visit visit, IReadOnlyList<Reading> latest, Later later)
    {
        var (isNewest, counts) = (later.Any is null, form.Counts(visit.ContactMode));
        var measured = form
            .Fields.Where(field =>
                field.Reading is not null
                && visit.Answers.ContainsKey(field.Code)
                && latest.Any(reading => reading.Code == field.Reading && reading.TakenAt == visit.At)
            )
            .Select(field => field.Reading)
            .ToHashSet(StringComparer.Ordinal);
        var kept = before.Urgencies.Where(urgency =>
            urgency.Reading is { } reading ? !measured.Contains(reading) : !isNewest || urgency.Form != form.Code
        );
        var found = visit
            .Result.Urgencies.Where(finding => finding.Reading is { } reading ? measured.Contains(reading) : isNewest)
            .Select(finding => new Urgency(
                finding.Reading,
                finding.Value,
                visit.At,
                finding.Action,
                finding.Reading is null ? form.Code : null
            ));
        return before with
        {
            FollowUps = (counts ? later.Counted : later.Any) is null
                ? [.. Moved(before, visit, counts, form.Rules.UrgentWithinDays)]
                : before.FollowUps,
            Urgencies = [.. kept, .. found],
        };
    }

    private static IEnumerable<ScheduledFollowUp> Moved(CareSchedule before, Visit visit, bool counts, int urgentWithinDays)
    {
        var on = visit.At.ToChinaDate();
        var isPlanned = before.FollowUps.Any(followUp => followUp.Form == visit.Form);
        var first = before.FollowUps.MinBy(followUp => followUp.NextDueOn);
        foreach (var followUp in before.FollowUps)
        {
            if (followUp.Form == visit.Form && !counts)
            {
                // The follow-up stays due, or is due earlier.
                yield return followUp with
                {
                    NextDueOn = visit.NextDueOn < followUp.NextDueOn ? visit.NextDueOn : followUp.NextDueOn,
                    LastOutcome = visit.Result.Outcome,
                    OutOfControl = visit.Result.InARow,
                };
            }
            else if (followUp.Form == visit.Form)
            {
                yield return followUp with
                {
                    NextDueOn = visit.NextDueOn,
                    LastOn = on,
                    LastOutcome = visit.Result.Outcome,
                    OutOfControl = visit.Result.InARow,
                };
            }
            // By a form that the plan does not ask for: whatever comes first comes soon.
            else if (!isPlanned && visit.Result.Urgent && followUp == first && followUp.NextDueOn > on.AddDays(urgentWithinDays))
            {
                yield return followUp with
                {
                    NextDueOn = on.AddDays(urgentWithinDays),
                };
            }
            else
            {
                yield return followUp;
            }
        }
    }
}

/// <summary>
/// Somebody without a plan has no schedule that could call for a visit: what an urgent visit leaves is a task of the responsible physician,
/// until the next visit.
/// </summary>
internal static class UrgentVisitTask
{
    private const string Kind = "followUp";

    public static IReadOnlyList<HouseholdTask> After(Visit visit, FollowUpForm form, Household household, bool isPlanned, bool isNewest)
    {
        if (!isNewest)
        {
            return household.Tasks;
        }
        var others = household.Tasks.Where(task => task.Kind != Kind || task.Member != visit.Member);
        return isPlanned || !visit.Result.Urgent
            ? [.. others]
            : [.. others, Task(visit, visit.At.ToChinaDate().AddDays(form.Rules.UrgentWithinDays), household.PhysicianId)];
    }

    private static HouseholdTask Task(Visit visit, DateOnly dueOn, string? physician) =>
        new(Kind, visit.Form, visit.Member, dueOn, Urgent: true, For: physician);
}
