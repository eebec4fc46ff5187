using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.CarePlans.Pathways;

/// <summary>
/// What becomes of a plan when the member's conditions or age change, and pathways ask for something else; pure. What physicians made or
/// changed stays, also what they took out of a pathway that the plan has known all along. A plan in force goes under revision, and stays in
/// force; the visits and activities of a pathway that has lost its reason end at once, for nobody is visited for an illness that was
/// entered in error.
/// </summary>
internal static class PlanRedraft
{
    /// <param name="draft">Null where no pathway applies any more.</param>
    /// <param name="pathways">All that there are.</param>
    public static MemberCare Of(MemberCare before, MemberCare? draft, IReadOnlyList<Pathway> pathways, DateOnly today)
    {
        if (draft is null)
        {
            return Lapsed(before, today);
        }
        var lost = Lost.Between(before.Plan, draft.Plan, pathways);
        var (plan, keptSchedule) = (before.Plan, lost.Without(before.Schedule));
        var schedule = draft.Schedule.GoingOnFrom(keptSchedule) with { Activities = keptSchedule.Activities };
        // What ended because the member left begins anew where the member is there again.
        var isBack = plan is { Status: CarePlanStatus.Cancelled, Made.Departure: not null };
        if (plan.Covers(draft.Plan) && !isBack)
        {
            return before with { Schedule = WithVisitsOf(plan, schedule, keptSchedule) };
        }
        var status = CarePlanLife.Next(plan.Status, PlanStep.Redraft, PlanParty.Pathways)!.Value;
        var isNew = status is CarePlanStatus.Draft && plan.Status is not CarePlanStatus.Draft;
        var next = (isNew ? draft.Plan : Merged(plan, draft.Plan, lost)) with { Version = plan.Version + 1, Status = status, Made = null };
        return before with
        {
            Plan = next,
            Schedule = WithVisitsOf(next, schedule, keptSchedule),
            Review = plan.Status is CarePlanStatus.Active ? new(today, null, []) : before.Review,
        };
    }

    /// <summary>Nothing that the plan was made for is there any more: it is cancelled, and says why.</summary>
    private static MemberCare Lapsed(MemberCare before, DateOnly today)
    {
        if (CarePlanLife.Next(before.Plan.Status, PlanStep.Lapse, PlanParty.Pathways) is not { } to)
        {
            return before;
        }
        var at = new DateTimeOffset(today, TimeOnly.MinValue, ChinaTime.Offset);
        var plan = before.Plan with
        {
            Version = before.Plan.Version + 1,
            Status = to,
            ActiveVersion = null,
            Pathways = [],
            Conditions = [],
            Made = new RecordedStep(PlanStep.Lapse, RecordedStep.Service, "", at),
        };
        return new MemberCare(plan, new CareSchedule([], []));
    }

    private static CarePlan Merged(CarePlan plan, CarePlan draft, Lost lost)
    {
        return draft with
        {
            ActiveVersion = plan.ActiveVersion,
            DraftedOn = plan.DraftedOn,
            Goals =
            [
                .. Merged(plan, plan.Goals, draft.Goals, goal => (goal.Reading, goal.Comparison), goal => goal.Pathway)
                    .DistinctBy(goal => goal.Code),
            ],
            Activities =
            [
                .. Merged(plan, plan.Activities, draft.Activities, activity => activity.Code, activity => activity.Pathway)
                    .Select(activity => activity with { StartsOn = StartOf(activity) }),
            ],
            FollowUps =
            [
                .. Merged(plan, plan.FollowUps, draft.FollowUps, followUp => followUp.Form, followUp => followUp.Pathway)
                    .Where(followUp => !lost.Forms.Contains(followUp.Form, StringComparer.Ordinal)),
            ],
        };

        // What goes on keeps its day: to be drafted again puts nothing off.
        DateOnly StartOf(Activity activity) =>
            plan.Activities.FirstOrDefault(known => known.Code == activity.Code)?.StartsOn ?? activity.StartsOn;
    }

    private static IEnumerable<T> Merged<T, TKey>(
        CarePlan plan,
        IReadOnlyList<T> known,
        IReadOnlyList<T> drafted,
        Func<T, TKey> keyOf,
        Func<T, string?> pathwayOf
    )
        where TKey : notnull
    {
        var draftedByKey = drafted.ToDictionary(keyOf);
        var remaining = known
            .Where(item => pathwayOf(item) is null || draftedByKey.ContainsKey(keyOf(item)))
            .Select(item => pathwayOf(item) is null ? item : draftedByKey[keyOf(item)]);
        var keys = known.Select(keyOf).ToHashSet();
        // Of a pathway that the plan knew before, whatever is missing was taken out by somebody.
        var added = drafted.Where(item => !keys.Contains(keyOf(item)) && !plan.Pathways.Contains(pathwayOf(item)!, StringComparer.Ordinal));
        return remaining.Concat(added);
    }

    // What is in force goes on as agreed. A new illness has its first visit at once, before anybody has decided on the plan.
    private static CareSchedule WithVisitsOf(CarePlan plan, CareSchedule schedule, CareSchedule before)
    {
        var agreed = plan.FollowUps.ToDictionary(followUp => followUp.Form, StringComparer.Ordinal);
        var isInForce = plan.Status.IsInForce();
        var goingOn = before
            .FollowUps.Where(known => isInForce || agreed.ContainsKey(known.Form))
            .Select(known =>
                (schedule.FollowUps.FirstOrDefault(scheduled => scheduled.Form == known.Form) ?? known) with
                {
                    EveryDays = isInForce ? known.EveryDays : agreed[known.Form].EveryDays,
                }
            );
        var added = schedule.FollowUps.Where(followUp =>
            agreed.ContainsKey(followUp.Form) && before.FollowUps.All(known => known.Form != followUp.Form)
        );
        return schedule with { FollowUps = [.. goingOn, .. added] };
    }

    /// <summary>What only pathways asked for that do not apply any more, whoever changed it since.</summary>
    private sealed record Lost(IReadOnlyList<string> Forms, IReadOnlyList<string> Activities)
    {
        public static Lost Between(CarePlan before, CarePlan draft, IReadOnlyList<Pathway> pathways)
        {
            var still = pathways.Where(pathway => draft.Pathways.Contains(pathway.Code, StringComparer.Ordinal)).ToList();
            var gone = pathways.Where(pathway => before.Pathways.Contains(pathway.Code, StringComparer.Ordinal)).Except(still).ToList();
            return new Lost(
                [.. FormsOf(gone).Except(FormsOf(still), StringComparer.Ordinal)],
                [.. ActivitiesOf(gone).Except(ActivitiesOf(still), StringComparer.Ordinal)]
            );
        }

        public CareSchedule Without(CareSchedule schedule) =>
            schedule with
            {
                FollowUps = [.. schedule.FollowUps.Where(followUp => !Forms.Contains(followUp.Form, StringComparer.Ordinal))],
                Activities = [.. schedule.Activities.Where(activity => !Activities.Contains(activity.Code, StringComparer.Ordinal))],
                Urgencies =
                [
                    .. schedule.Urgencies.Where(known => known.Form is not { } form || !Forms.Contains(form, StringComparer.Ordinal)),
                ],
            };

        private static IEnumerable<string> FormsOf(IEnumerable<Pathway> pathways) => pathways.Select(pathway => pathway.FollowUp.Form);

        private static IEnumerable<string> ActivitiesOf(IEnumerable<Pathway> pathways) =>
            pathways.SelectMany(pathway => pathway.Activities, (_, activity) => activity.Code);
    }
}
