using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.CarePlans.Pathways;

/// <summary>
/// Drafts a plan from pathways, in pure code: two conditions give one plan, in which a goal both ask for keeps the stricter target, an
/// activity both ask for stands once with the shorter interval, and first follow-ups fall on one day. The disciplines of an illness join
/// the team, and its batch counts, also where the general pathway treats it.
/// </summary>
public static class CarePlanDraft
{
    /// <returns>Null when no pathway applies: a healthy person needs no plan.</returns>
    public static MemberCare? For(
        MemberSummary member,
        HealthRecord record,
        IReadOnlyList<Pathway> pathways,
        ConditionKinds conditions,
        DateOnly today
    )
    {
        var age = member.AgeAt(today);
        var starts = new Starts(member, record, today);
        var chosen = Choose(pathways, member.Conditions, age).Where(pathway => !(starts.EndOf(pathway) < today)).ToList();
        if (chosen.Count == 0)
        {
            return null;
        }
        var illnesses = member.Conditions.Select(conditions.Find).OfType<ConditionKind>().ToList();
        var urgencies = Urgencies(chosen, record.LatestReadings, age);
        var firstDue = chosen.Min(starts.FirstWithinDays);
        if (urgencies.Count > 0)
        {
            firstDue = Math.Min(firstDue, chosen.Min(pathway => pathway.UrgentWithinDays));
        }
        var first = today.AddDays(firstDue);
        var plan = new CarePlan(
            member.Number,
            Version: 1,
            CarePlanStatus.Draft,
            [.. chosen.Select(pathway => pathway.Code)],
            member.Conditions,
            [
                .. chosen
                    .SelectMany(pathway => pathway.Disciplines)
                    .Concat(illnesses.SelectMany(illness => illness.Disciplines))
                    .Distinct(StringComparer.Ordinal),
            ],
            Batches(chosen, illnesses),
            Goals(chosen, age, today),
            Activities(chosen, today, first),
            FollowUps(chosen, starts),
            today
        );
        return new MemberCare(
            plan,
            new CareSchedule(
                [
                    .. plan.FollowUps.Select(visit => new ScheduledFollowUp(visit.Form, visit.EveryDays, first)
                    {
                        EndsOn = visit.EndsOn,
                        FirstOn = starts.FirstOn(chosen.First(pathway => pathway.Code == visit.Pathway)),
                    }),
                ],
                urgencies
            )
        );
    }

    // An illness says its own batch; the general pathway's only stands in where the illness says none.
    private static List<string> Batches(List<Pathway> pathways, List<ConditionKind> illnesses) =>
        [
            .. illnesses
                .Select(illness => illness.Batch)
                .Concat(pathways.Where(pathway => !pathway.AppliesTo.Otherwise || illnesses.Count == 0).Select(pathway => pathway.Batch))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The forms for which there is a reason, also where the time for their visits is over.</summary>
    public static IReadOnlySet<string> FormsFor(MemberSummary member, IReadOnlyList<Pathway> pathways, DateOnly today) =>
        Choose(pathways, member.Conditions, member.AgeAt(today)).Select(pathway => pathway.FollowUp.Form).ToHashSet(StringComparer.Ordinal);

    private static List<Pathway> Choose(IReadOnlyList<Pathway> pathways, IReadOnlyList<string> conditions, int? age)
    {
        var named = pathways
            .Where(pathway => pathway.AppliesTo.Conditions?.Intersect(conditions, StringComparer.Ordinal).Any() == true)
            .ToList();
        var covered = named.SelectMany(pathway => pathway.AppliesTo.Conditions!).ToHashSet(StringComparer.Ordinal);
        var hasOther = conditions.Any(condition => !covered.Contains(condition));
        return
        [
            .. named,
            .. pathways.Where(pathway => pathway.AppliesTo.Otherwise && hasOther),
            .. pathways.Where(pathway => age >= pathway.AppliesTo.MinimumAge),
        ];
    }

    private static List<Goal> Goals(List<Pathway> pathways, int? age, DateOnly today) =>
        [
            .. pathways
                .SelectMany(pathway => pathway.Goals, (pathway, goal) => (Pathway: pathway.Code, Goal: goal))
                .GroupBy(proposed => (proposed.Goal.Reading, proposed.Goal.Comparison))
                .Select(same =>
                {
                    var (pathway, first) = same.First();
                    var target = same.Select(proposed => TargetAt(proposed.Goal, age))
                        .Aggregate((strictest, next) => first.Comparison.Stricter(strictest, next));
                    var by = today.AddDays(same.Min(proposed => proposed.Goal.WithinDays));
                    return new Goal(first.Code, first.Reading, first.Comparison, target, first.Unit, by, first.Label) { Pathway = pathway };
                }),
        ];

    private static decimal TargetAt(PathwayGoal goal, int? age) =>
        goal.Variants?.Where(variant => age >= variant.MinimumAge).MaxBy(variant => variant.MinimumAge)?.Target ?? goal.Target;

    /// <summary>
    /// Care guidance begins with the first visit. Those of one discipline follow one another over their own intervals, so that nobody has
    /// all of them to do on the day on which the plan is signed.
    /// </summary>
    private static List<Activity> Activities(List<Pathway> pathways, DateOnly today, DateOnly firstVisit)
    {
        var chosen = pathways
            .SelectMany(pathway => pathway.Activities, (pathway, activity) => (Pathway: pathway.Code, Activity: activity))
            .GroupBy(asked => asked.Activity.Code, StringComparer.Ordinal)
            .Select(same => same.MinBy(asked => asked.Activity.EveryDays))
            .ToList();
        return
        [
            .. chosen.Select(asked => new Activity(
                asked.Activity.Code,
                asked.Activity.Kind,
                asked.Activity.Discipline,
                asked.Activity.EveryDays,
                StartOf(asked.Activity),
                asked.Activity.Label,
                asked.Activity.Instructions
            )
            {
                Pathway = asked.Pathway,
            }),
        ];

        DateOnly StartOf(PathwayActivity activity)
        {
            if (activity.Kind == Activity.CareGuidance)
            {
                return firstVisit;
            }
            var others = chosen
                .Select(asked => asked.Activity)
                .Where(other => other.Discipline == activity.Discipline && other.Kind != Activity.CareGuidance)
                .ToList();
            return today.AddDays(activity.EveryDays * (others.IndexOf(activity) + 1) / (others.Count + 1));
        }
    }

    private static List<FollowUp> FollowUps(List<Pathway> pathways, Starts starts) =>
        [
            .. pathways
                .GroupBy(pathway => pathway.FollowUp.Form, StringComparer.Ordinal)
                .Select(same => same.MinBy(pathway => pathway.FollowUp.EveryDays)!)
                .Select(pathway => new FollowUp(pathway.FollowUp.Form, pathway.FollowUp.EveryDays, pathway.FollowUp.VisitsPerYear)
                {
                    Pathway = pathway.Code,
                    EndsOn = starts.EndOf(pathway),
                }),
        ];

    private static List<Urgency> Urgencies(List<Pathway> pathways, IReadOnlyList<Reading> readings, int? age) =>
        [
            .. readings.SelectMany(reading =>
                pathways
                    .SelectMany(pathway => pathway.Urgent)
                    .Where(threshold => threshold.Reading == reading.Code && threshold.IsMetBy(reading.Value, age))
                    .Take(1)
                    .Select(threshold => new Urgency(reading.Code, reading.Value, reading.TakenAt, threshold.Action))
            ),
        ];

    /// <summary>What visits are counted from.</summary>
    private sealed record Starts(MemberSummary Member, HealthRecord Record, DateOnly Today)
    {
        public DateOnly? EndOf(Pathway pathway) => pathway.FollowUp.ForDays is { } days ? (Of(pathway) ?? Today).AddDays(days) : null;

        public DateOnly? FirstOn(Pathway pathway) => Of(pathway)?.AddDays(pathway.FollowUp.FirstWithinDays);

        /// <summary>From today; what should have been before is due today.</summary>
        public int FirstWithinDays(Pathway pathway)
        {
            var days = pathway.FollowUp.FirstWithinDays;
            return Of(pathway) is { } start ? Math.Clamp(start.DayNumber + days - Today.DayNumber, 0, days) : days;
        }

        private DateOnly? Of(Pathway pathway) =>
            pathway.FollowUp.From switch
            {
                FollowUpStart.Birth => Member.BornOn,
                FollowUpStart.Diagnosis => Record.Conditions.Where(known => pathway.IsFor(known.Code)).Max(known => known.DiagnosedOn),
                _ => null,
            };
    }
}
