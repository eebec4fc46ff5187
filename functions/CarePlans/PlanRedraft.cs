namespace Alleviation.Functions.CarePlans;

/// <summary>
/// What becomes of a plan when the member's conditions change, and pathways ask for something else; pure. What physicians made or changed
/// stays, also what they took out of a pathway that the plan has known all along. A plan in force goes under revision, and stays in force.
/// </summary>
internal static class PlanRedraft
{
    public static MemberCare Of(MemberCare before, MemberCare draft, DateOnly today)
    {
        var (plan, schedule) = (before.Plan, draft.Schedule.GoingOnFrom(before.Schedule) with { Activities = before.Schedule.Activities });
        // What ended because the member left begins anew where the member is there again.
        var isBack = plan is { Status: CarePlanStatus.Cancelled, Made.Departure: not null };
        if (plan.Covers(draft.Plan) && !isBack) { return before with { Schedule = WithVisitsOf(plan, schedule, before.Schedule) }; }
        var status = CarePlanLife.Next(plan.Status, PlanStep.Redraft, PlanParty.Pathways)!.Value;
        var isNew = status is CarePlanStatus.Draft && plan.Status is not CarePlanStatus.Draft;
        var next = (isNew ? draft.Plan : Merged(plan, draft.Plan)) with { Version = plan.Version + 1, Status = status, Made = null };
        return before with
        {
            Plan = next,
            Schedule = WithVisitsOf(next, schedule, before.Schedule),
            Review = plan.Status is CarePlanStatus.Active ? new(today, null, []) : before.Review,
        };
    }

    private static CarePlan Merged(CarePlan plan, CarePlan draft) => draft with
    {
        ActiveVersion = plan.ActiveVersion,
        DraftedOn = plan.DraftedOn,
        Goals = [.. Merged(plan, plan.Goals, draft.Goals, goal => (goal.Reading, goal.Comparison), goal => goal.Pathway).DistinctBy(goal => goal.Code)],
        Activities = [.. Merged(plan, plan.Activities, draft.Activities, activity => activity.Code, activity => activity.Pathway)],
        FollowUps = [.. Merged(plan, plan.FollowUps, draft.FollowUps, followUp => followUp.Form, followUp => followUp.Pathway)],
    };

    private static IEnumerable<T> Merged<T, TKey>(
        CarePlan plan, IReadOnlyList<T> known, IReadOnlyList<T> drafted, Func<T, TKey> keyOf, Func<T, string?> pathwayOf)
        where TKey : notnull
    {
        var asked = drafted.ToDictionary(keyOf);
        var kept = known.Where(item => pathwayOf(item) is null || asked.ContainsKey(keyOf(item)))
            .Select(item => pathwayOf(item) is null ? item : asked[keyOf(item)]);
        var keys = known.Select(keyOf).ToHashSet();
        // Of a pathway that the plan knew before, whatever is missing was taken out by somebody.
        var added = drafted.Where(item => !keys.Contains(keyOf(item)) && !plan.Pathways.Contains(pathwayOf(item)!, StringComparer.Ordinal));
        return kept.Concat(added);
    }

    // What is in force goes on as agreed. A new illness has its first visit at once, before anybody has decided on the plan.
    private static CareSchedule WithVisitsOf(CarePlan plan, CareSchedule schedule, CareSchedule before)
    {
        var agreed = plan.FollowUps.ToDictionary(followUp => followUp.Form, StringComparer.Ordinal);
        var isInForce = plan.Status.IsInForce();
        var goingOn = before.FollowUps.Where(known => isInForce || agreed.ContainsKey(known.Form)).Select(known =>
            (schedule.FollowUps.FirstOrDefault(one => one.Form == known.Form) ?? known) with { EveryDays = isInForce ? known.EveryDays : agreed[known.Form].EveryDays });
        var added = schedule.FollowUps.Where(one => agreed.ContainsKey(one.Form) && before.FollowUps.All(known => known.Form != one.Form));
        return schedule with { FollowUps = [.. goingOn, .. added] };
    }
}
