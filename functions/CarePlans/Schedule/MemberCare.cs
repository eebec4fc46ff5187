using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.CarePlans.Schedule;

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
            Urgencies =
            [
                .. Schedule
                    .Urgencies.OrderByDescending(urgency => urgency.TakenAt)
                    .Select(urgency => new UrgencySummary(urgency.Reading, urgency.Value, urgency.TakenAt.ToChinaDate(), urgency.Form)),
            ],
            Review = Review ?? (Plan.Status is CarePlanStatus.Draft ? new PlanReview(Plan.DraftedOn, null, []) : null),
            NextActivities = Plan.Status.IsInForce() ? [.. NextActivities()] : [],
        };

    /// <summary>More than these do not fit a household's header; when one is done, the next comes.</summary>
    private const int MaxActivities = 4;

    /// <summary>Of each discipline, and of what the village does for it, the activity that is due first; the earliest of these.</summary>
    private IEnumerable<DueActivity> NextActivities() =>
        Schedule
            .ActivitiesToCome.GroupBy(activity => activity.Discipline, StringComparer.Ordinal)
            .Select(same => new DueActivity(same.First().Code, same.First().NextDueOn!.Value, same.Key))
            .Take(MaxActivities);
}
