using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>
/// What comes next in a member's care. It moves with every visit, while the plan only changes when people agree on another.
/// </summary>
public sealed partial record CareSchedule(IReadOnlyList<ScheduledFollowUp> FollowUps, IReadOnlyList<Urgency> Urgencies)
{
    /// <summary>
    /// Findings up to this moment that are not among <see cref="Urgencies"/> are settled: a draft that reads the record again does not
    /// bring them back.
    /// </summary>
    public DateTimeOffset? UrgenciesSettledUntil { get; init; }

    public DateOnly? NextDueOn => Open.Select(followUp => (DateOnly?)followUp.NextDueOn).Min();

    /// <summary>Those of which another is due.</summary>
    public IEnumerable<ScheduledFollowUp> Open => FollowUps.Where(followUp => !followUp.IsOver);

    /// <summary>
    /// This as a new draft has it, with what was going on before: a visit that is due stays due, unless a reading calls for an earlier one.
    /// </summary>
    public CareSchedule GoingOnFrom(CareSchedule before) =>
        this with
        {
            // A draft knows readings only: a danger sign stands until a visit finds it gone.
            Urgencies =
            [
                .. Urgencies.Where(urgency => !before.HasSettled(urgency)),
                .. before.Urgencies.Where(urgency => urgency.Reading is null),
            ],
            UrgenciesSettledUntil = before.UrgenciesSettledUntil,
            FollowUps =
            [
                .. FollowUps.Select(drafted =>
                    before.FollowUps.FirstOrDefault(known => known.Form == drafted.Form) is { } known
                        ? known with
                        {
                            EveryDays = drafted.EveryDays,
                            EndsOn = drafted.EndsOn,
                            FirstOn = drafted.FirstOn,
                            NextDueOn = IsAsDrafted(drafted, known) ? drafted.NextDueOn : known.NextDueOn,
                        }
                        : drafted
                ),
            ],
        };

    public bool HasSettled(Urgency finding) =>
        finding.TakenAt <= UrgenciesSettledUntil
        && !Urgencies.Any(open => open.Reading == finding.Reading && open.TakenAt == finding.TakenAt);

    /// <param name="findings">At least one.</param>
    public CareSchedule Settled(IReadOnlyList<Urgency> findings)
    {
        var until = findings.Max(finding => finding.TakenAt);
        return this with
        {
            Urgencies = [.. Urgencies.Except(findings)],
            UrgenciesSettledUntil = UrgenciesSettledUntil > until ? UrgenciesSettledUntil : until,
        };
    }

    /// <summary>A reading calls for an earlier visit; or the birth or the diagnosis that the first is counted from was put right.</summary>
    private bool IsAsDrafted(ScheduledFollowUp drafted, ScheduledFollowUp known) =>
        (Urgencies.Count > 0 && drafted.NextDueOn < known.NextDueOn) || (known.LastOn is null && drafted.FirstOn != known.FirstOn);
}

/// <param name="Form">The follow-up form's code.</param>
/// <param name="EveryDays">The longest time between two regular visits.</param>
public sealed record ScheduledFollowUp(string Form, int EveryDays, DateOnly NextDueOn)
{
    /// <summary>The last day on which one is due.</summary>
    public DateOnly? EndsOn { get; init; }

    public bool IsOver => NextDueOn > EndsOn;

    /// <summary>When the first was due, where that is counted from a day of the record; null where from the draft.</summary>
    public DateOnly? FirstOn { get; init; }

    /// <summary>Of the newest visit by this form.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>Code of list visitOutcome.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>How many visits in a row, the last among them, found the condition out of control.</summary>
    public int OutOfControl { get; init; }
}

/// <summary>A reading, or a sign found at a visit, that calls for treatment at once.</summary>
/// <param name="Reading">Code of list readings; null for a sign.</param>
/// <param name="Value">Of the reading.</param>
/// <param name="Form">The form of the visit that found the sign; null for a reading.</param>
public sealed record Urgency(string? Reading, decimal? Value, DateTimeOffset TakenAt, Label? Action, string? Form = null)
{
    /// <summary>As the header and lists tell it.</summary>
    internal UrgencySummary Summarise() => new(Reading, Value, TakenAt.ToChinaDate(), Form, TakenAt);
}

/// <summary>What was agreed for a member, and what comes next.</summary>
public sealed record MemberCare(CarePlan Plan, CareSchedule Schedule)
{
    public static DocumentKind<MemberCare> StoredAs { get; } = new("plan");

    /// <summary>While the plan waits for a decision.</summary>
    public PlanReview? Review { get; init; }

    public int Member => Plan.Member;

    public PlanSummary Summarise() =>
        new(
            Plan.Status.ToStored(),
            Schedule.Urgencies.Count > 0,
            [.. Schedule.Open.Select(followUp => new DueFollowUp(followUp.Form, followUp.NextDueOn, followUp.EveryDays))],
            Plan.Disciplines,
            Plan.Batches
        )
        {
            Urgencies = [.. Schedule.Urgencies.OrderByDescending(urgency => urgency.TakenAt).Select(urgency => urgency.Summarise())],
            Review = Review ?? (Plan.Status is CarePlanStatus.Draft ? new PlanReview(Plan.DraftedOn, null, []) : null),
            NextActivities = Plan.Status.IsInForce() ? [.. NextActivities()] : [],
        };

    /// <summary>More than these do not fit a household's header; when one is done, the next comes.</summary>
    private const int MaxActivities = 4;

    /// <summary>Of each discipline, and of what the village does for it, the activity that is due first; the earliest of these.</summary>
    private IEnumerable<DueActivity> NextActivities() =>
        Schedule
            .ActivitiesToCome.GroupBy(activity => activity.Discipline, StringComparer.Ordinal)
            .Select(same => Due(same.First()))
            .Take(MaxActivities);

    private DueActivity Due(ScheduledActivity next)
    {
        var agreed = Plan.Activities.FirstOrDefault(activity => activity.Code == next.Code);
        return new DueActivity(next.Code, next.NextDueOn!.Value, next.Discipline)
        {
            Label = agreed?.Label,
            OfDiscipline = agreed?.Discipline,
        };
    }
}
