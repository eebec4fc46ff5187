using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A plan as it is answered, with the household's responsible physician and the team around it.</summary>
/// <param name="ActiveVersion">The version in force; null where none is.</param>
/// <param name="Made">The step that made this version; null for a draft of the pathways.</param>
/// <param name="InForce">What is in force, where this is another version that is worked on.</param>
/// <param name="Opinions">Those on what waits for a decision.</param>
/// <param name="MissingOpinions">Disciplines of the team that have not given theirs.</param>
/// <param name="Proposal">A conference proposes to revise what is in force; null where none does, or a revision is under way.</param>
/// <param name="Steps">What the caller may do now.</param>
/// <param name="SpeaksFor">Disciplines that the caller may give an opinion for.</param>
public sealed record CarePlanView(
    string HouseholdId,
    int HouseholdVersion,
    int Member,
    string Name,
    int PlanVersion,
    CarePlanStatus Status,
    DateOnly DraftedOn,
    int? ActiveVersion,
    RecordedStep? Made,
    IReadOnlyList<string> Pathways,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Batches,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<ActivityView> Activities,
    IReadOnlyList<NextFollowUp> FollowUps,
    InForceView? InForce,
    PlanReview? Review,
    IReadOnlyList<Opinion> Opinions,
    IReadOnlyList<string> MissingOpinions,
    DateOnly? NextDueOn,
    IReadOnlyList<Urgency> Urgencies,
    IReadOnlyList<UrgentLimit> UrgentLimits,
    string? ResponsiblePhysician,
    IReadOnlyList<TeamMember> Team,
    RevisionProposal? Proposal,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<string> SpeaksFor
)
{
    internal static CarePlanView Of(
        Household household,
        MemberSummary member,
        PlanFile file,
        Caller caller,
        IReadOnlyList<UrgentLimit> urgentLimits,
        DateOnly today
    )
    {
        var (plan, schedule) = (file.Plan, file.Care.Schedule);
        var party = caller.PartyIn(household, plan);
        return new CarePlanView(
            household.Id.Value,
            household.Version,
            plan.Member,
            member.Name,
            plan.Version,
            plan.Status,
            plan.DraftedOn,
            plan.ActiveVersion,
            plan.Made,
            plan.Pathways,
            plan.Conditions,
            plan.Batches,
            plan.Goals,
            [.. plan.Activities.Select(activity => ActivityView.Of(activity, schedule, today))],
            [.. plan.FollowUps.Select(followUp => NextFollowUp.Of(followUp, schedule))],
            file.InForce is { } agreed && agreed.Version != plan.Version ? InForceView.Of(agreed, schedule, today) : null,
            file.Care.Review,
            file.Opinions,
            plan.Status.IsUndecided() ? file.Missing(household) : [],
            schedule.NextDueOn,
            schedule.Urgencies,
            urgentLimits,
            household.PhysicianId,
            [.. household.Team.Where(teamMember => plan.Disciplines.Contains(teamMember.Discipline, StringComparer.Ordinal))],
            RevisionProposal.Of(household, plan),
            [
                .. Enum.GetValues<PlanStep>()
                    .Where(step => step is not PlanStep.Opine && CarePlanLife.Next(household, plan, step, party) is not null),
            ],
            [
                .. plan.Disciplines.Where(discipline =>
                    CarePlanLife.Next(plan.Status, PlanStep.Opine, caller.PartyIn(household, plan, discipline)) is not null
                ),
            ]
        );
    }
}

/// <param name="ConferenceId">Whose conclusion proposes it.</param>
/// <param name="DueOn">By when the responsible physician begins the revision or declines it.</param>
public sealed record RevisionProposal(string ConferenceId, DateOnly DueOn)
{
    internal static RevisionProposal? Of(Household household, CarePlan plan) =>
        plan.Status is CarePlanStatus.Active && PlanTasks.ProposalFor(household, plan.Member) is { } task
            ? new RevisionProposal(task.Reference.Split(':')[^1], task.DueOn)
            : null;
}

/// <param name="Form">The follow-up form's code.</param>
/// <param name="NextDueOn">Null for a visit that is planned and not yet in force, and after the last.</param>
public sealed record NextFollowUp(string Form, int EveryDays, int VisitsPerYear, DateOnly? NextDueOn, string? Pathway)
{
    internal static NextFollowUp Of(FollowUp followUp, CareSchedule schedule) =>
        new(
            followUp.Form,
            followUp.EveryDays,
            followUp.VisitsPerYear,
            schedule.Open.FirstOrDefault(known => known.Form == followUp.Form)?.NextDueOn,
            followUp.Pathway
        );
}

/// <summary>The version in force while another is worked on.</summary>
public sealed record InForceView(
    int Version,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<ActivityView> Activities,
    IReadOnlyList<NextFollowUp> FollowUps
)
{
    internal static InForceView Of(CarePlan plan, CareSchedule schedule, DateOnly today) =>
        new(
            plan.Version,
            plan.Goals,
            [.. plan.Activities.Select(activity => ActivityView.Of(activity, schedule, today))],
            [.. plan.FollowUps.Select(followUp => NextFollowUp.Of(followUp, schedule))]
        );
}
