using System.Diagnostics;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What a step makes of a plan's file; pure. Whether it may be taken is <see cref="CarePlanLife"/>'s.</summary>
internal static class PlanSteps
{
    /// <param name="to">The status that the step leads to.</param>
    public static PlanFile After(this PlanFile file, RecordedStep taken, CarePlanStatus to, DateOnly today)
    {
        var next = file.Plan with { Version = file.Plan.Version + 1, Status = to, Made = taken };
        return taken.Step switch
        {
            PlanStep.Submit => file.With(
                next,
                file.Care.Schedule,
                new PlanReview(file.Care.Review?.Since ?? today, today, file.Care.Review?.Given ?? [])
            ),
            PlanStep.Decide => InForce(file, next, today),
            PlanStep.Keep => file.With(next with { ActiveVersion = next.Version }, file.Care.Schedule, null) with
            {
                InForce = next with { ActiveVersion = next.Version },
            },
            PlanStep.Revise => file.With(next, file.Care.Schedule, new PlanReview(today, null, [])),
            // Conditions and what follows from them are facts of the member; what is given up is what was planned for them.
            PlanStep.Withdraw when file.InForce is { } agreed => InForce(file, WithdrawnTo(agreed), today),
            PlanStep.Complete or PlanStep.Cancel => file.With(next with { ActiveVersion = null }, file.Care.Schedule.Ended(), null) with
            {
                InForce = null,
                Opinions = [],
            },
            var step => throw new UnreachableException($"Unmapped step '{step}'."),
        };

        CarePlan WithdrawnTo(CarePlan agreed) =>
            next with
            {
                Goals = Still(agreed.Goals, goal => goal.Pathway),
                Activities = Still(agreed.Activities, activity => activity.Pathway),
                FollowUps = Still(agreed.FollowUps, visit => visit.Pathway),
            };

        // What a pathway asked for that has lost its reason meanwhile does not come back.
        IReadOnlyList<T> Still<T>(IReadOnlyList<T> agreed, Func<T, string?> pathwayOf) =>
            [.. agreed.Where(item => pathwayOf(item) is not { } pathway || next.Pathways.Contains(pathway, StringComparer.Ordinal))];
    }

    /// <summary>Begun anew, as pathways draft it today; what was found at earlier visits goes on counting.</summary>
    public static PlanFile Restarted(this PlanFile file, RecordedStep taken, CarePlanStatus to, MemberCare draft)
    {
        var plan = draft.Plan with { Version = file.Plan.Version + 1, Status = to, Made = taken };
        var before = file.Care.Schedule.FollowUps;
        var visits = draft.Schedule.FollowUps.Select(drafted =>
            before.FirstOrDefault(known => known.Form == drafted.Form) is { } known
                ? drafted with
                {
                    LastOn = known.LastOn,
                    LastOutcome = known.LastOutcome,
                    OutOfControl = known.OutOfControl,
                }
                : drafted
        );
        var schedule = draft.Schedule with
        {
            FollowUps = [.. visits],
            Urgencies = [.. draft.Schedule.Urgencies.Where(urgency => !file.Care.Schedule.HasSettled(urgency))],
            UrgenciesSettledUntil = file.Care.Schedule.UrgenciesSettledUntil,
        };
        return file.With(plan, schedule, null) with { InForce = null, Opinions = [] };
    }

    /// <summary>The next version, with other goals, activities and visits. What is in force goes on unchanged.</summary>
    public static PlanFile Edited(this PlanFile file, PlanContent content, RecordedStep taken) =>
        file.With(
            file.Plan with
            {
                Version = file.Plan.Version + 1,
                Made = taken,
                Goals = content.Goals,
                Activities = content.Activities,
                FollowUps = content.FollowUps,
            },
            file.Care.Schedule,
            file.Care.Review
        );

    /// <summary>With an opinion in it: the plan says what it said, so it is no new version.</summary>
    public static PlanFile With(this PlanFile file, Opinion opinion, DateOnly today)
    {
        var review = file.Care.Review ?? new PlanReview(today, null, []);
        return file with
        {
            Care = file.Care with
            {
                Review = review with { Given = [.. review.Given.Append(opinion.Discipline).Distinct(StringComparer.Ordinal)] },
            },
            Opinions = [.. file.Opinions.Where(known => known.Discipline != opinion.Discipline), opinion],
        };
    }

    /// <summary>Disciplines of the team whose opinion is not there.</summary>
    public static IReadOnlyList<string> Missing(this PlanFile file, Household household) =>
        [
            .. PlanTasks
                .Asked(household, file.Plan.Disciplines)
                .Select(askedParty => askedParty.Discipline)
                .Except(file.Opinions.Select(opinion => opinion.Discipline), StringComparer.Ordinal),
        ];

    private static PlanFile InForce(PlanFile file, CarePlan next, DateOnly today)
    {
        var agreed = next with { ActiveVersion = next.Version };
        return file.With(agreed, file.Care.Schedule.AgreedBy(agreed, today), null) with { InForce = agreed, Opinions = [] };
    }

    private static PlanFile With(this PlanFile file, CarePlan plan, CareSchedule schedule, PlanReview? review) =>
        file with
        {
            Care = new MemberCare(plan, schedule) { Review = review },
        };
}
