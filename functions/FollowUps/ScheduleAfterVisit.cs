using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>What comes next after a visit; pure. One that is sent late changes nothing that a newer visit has set.</summary>
internal static class ScheduleAfterVisit
{
    /// <param name="latest">The newest readings, those of the visit among them: older ones set and clear nothing urgent.</param>
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
        var stillUrgent = before.Urgencies.Where(urgency =>
            urgency.Reading is { } reading ? !measured.Contains(reading) : !isNewest || urgency.Form != form.Code
        );
        var newlyUrgent = visit
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
            Urgencies = [.. stillUrgent, .. newlyUrgent],
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
            // An urgent visit by a form that the plan does not ask for: the first follow-up that is due is brought forward.
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
/// Somebody without a plan has no schedule with a next visit: an urgent visit gives the responsible physician a task, which ends with the
/// next visit.
/// </summary>
internal static class UrgentVisitTask
{
    public static IReadOnlyList<HouseholdTask> After(Visit visit, FollowUpForm form, Household household, bool isPlanned, bool isNewest)
    {
        if (!isNewest)
        {
            return household.Tasks;
        }
        var others = household.Tasks.Where(task => task.Kind != HouseholdTask.FollowUpKind || task.Member != visit.Member);
        return isPlanned || !visit.Result.Urgent
            ? [.. others]
            : [.. others, Task(visit, visit.At.ToChinaDate().AddDays(form.Rules.UrgentWithinDays), household.PhysicianId)];
    }

    private static HouseholdTask Task(Visit visit, DateOnly dueOn, string? physician) =>
        new(HouseholdTask.FollowUpKind, visit.Form, visit.Member, dueOn, Urgent: true, For: physician);
}
