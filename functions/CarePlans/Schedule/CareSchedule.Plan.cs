using Alleviation.Functions.CarePlans.Plans;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>The schedule as the plan in force asks for it.</summary>
public sealed partial record CareSchedule
{
    /// <summary>
    /// The first visit by a form that a physician adds comes as soon as that of a new illness, unless it is more frequent.
    /// </summary>
    private const int FirstVisitWithinDays = 14;

    /// <summary>Of the plan in force; none before the first decision.</summary>
    public IReadOnlyList<ScheduledActivity> Activities { get; init; } = [];

    /// <summary>The activities that are still to come, in the order of their days.</summary>
    public IEnumerable<ScheduledActivity> ActivitiesToCome =>
        Activities
            .Where(activity => activity.NextDueOn is not null)
            .OrderBy(activity => activity.NextDueOn)
            .ThenBy(activity => activity.Code, StringComparer.Ordinal);

    /// <summary>
    /// This once a plan comes into force. What is going on goes on; visits and activities that are not agreed any more end.
    /// </summary>
    public CareSchedule AgreedBy(CarePlan plan, DateOnly today) =>
        this with
        {
            FollowUps =
            [
                .. plan.FollowUps.Select(agreed =>
                    FollowUps.FirstOrDefault(known => known.Form == agreed.Form) is { } known
                        ? known with
                        {
                            EveryDays = agreed.EveryDays,
                            NextDueOn = Due(known, agreed, today),
                        }
                        : FirstOf(agreed, today)
                ),
            ],
            Activities =
            [
                .. plan.Activities.Select(agreed =>
                    ScheduledActivity.Of(agreed, Activities.FirstOrDefault(known => known.Code == agreed.Code), today)
                ),
            ],
        };

    /// <summary>This once no plan is in force any more.</summary>
    public CareSchedule Ended() => this with { Activities = [] };

    /// <summary>This with an activity's report taken in.</summary>
    public CareSchedule With(ActivityReport report) =>
        this with
        {
            Activities = [.. Activities.Select(activity => activity.Code == report.Activity ? activity.With(report) : activity)],
        };

    private static ScheduledFollowUp FirstOf(FollowUp agreed, DateOnly today) =>
        new(agreed.Form, agreed.EveryDays, today.AddDays(Math.Min(agreed.EveryDays, FirstVisitWithinDays))) { EndsOn = agreed.EndsOn };

    /// <summary>
    /// Another interval moves the next visit. One that a finding called for earlier than the interval stays where it is, and one that is
    /// overdue is not made good by agreeing on fewer; a shorter interval makes nobody late for the time before it was agreed on.
    /// </summary>
    private static DateOnly Due(ScheduledFollowUp known, FollowUp agreed, DateOnly today)
    {
        if (agreed.EveryDays < known.EveryDays)
        {
            var soonest = (known.LastOn ?? today).AddDays(agreed.EveryDays);
            return known.NextDueOn <= soonest ? known.NextDueOn
                : soonest > today ? soonest
                : today;
        }

        return known.LastOn is { } last && last.AddDays(known.EveryDays) == known.NextDueOn && known.NextDueOn >= today
            ? last.AddDays(agreed.EveryDays)
            : known.NextDueOn;
    }
}
