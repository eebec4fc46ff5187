using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>
/// What plans give people to do, as the header tells it: it follows from the members' plans, the team and the responsible physician, and
/// from nothing else. Whoever changes one of these has the tasks follow.
/// </summary>
public static class PlanTasks
{
    public const string OpinionKind = "opinion";
    public const string DecisionKind = "decision";

    /// <summary>The one plan of a member.</summary>
    public const string PlanReference = "plan";

    /// <summary>How long a discipline has for its opinion, and the responsible physician for a decision.</summary>
    private const int DaysToAnswer = 7;

    /// <summary>
    /// The household with its plans' tasks as they have to be, those of other kinds as they were; and without whoever was of the team for a
    /// discipline that no open plan calls for any more: access ends with the reason for it.
    /// </summary>
    public static Household Follow(Household household) =>
        TasksFollow(household with { Team = [.. household.Team.Where(teamMember => IsCalledFor(household, teamMember.Discipline))] });

    /// <summary>Whether an open plan of somebody who is there calls for the discipline.</summary>
    public static bool IsCalledFor(Household household, string discipline) =>
        household.PresentMembers.Any(member =>
            member.Plan is { IsOpen: true } plan && plan.Disciplines.Contains(discipline, StringComparer.Ordinal)
        );

    private static Household TasksFollow(Household household) =>
        household with
        {
            Tasks =
            [
                .. household.Tasks.Where(task => task.Kind is not (OpinionKind or DecisionKind or HouseholdTask.ActivityKind)),
                .. household.PresentMembers.SelectMany(member => member.Plan is { } plan ? TasksOf(household, member.Number, plan) : []),
                .. household
                    .PresentMembers.Where(member => member.Plan is { IsInForce: true, Review: null })
                    .SelectMany(member => ProposalsFor(household, member.Number)),
            ],
        };

    /// <summary>
    /// The disciplines beside the responsible physician that a plan calls for: each with its physician, whose opinion is asked.
    /// </summary>
    public static IEnumerable<TeamMember> Asked(Household household, IReadOnlyList<string> disciplines) =>
        household.Team.Where(teamMember =>
            disciplines.Contains(teamMember.Discipline, StringComparer.Ordinal) && teamMember.PhysicianId != household.PhysicianId
        );

    /// <summary>
    /// A revision that somebody has proposed of the member's plan: it waits for the responsible physician to begin or to decline it, and
    /// ends with the plan.
    /// </summary>
    public static HouseholdTask? ProposalFor(Household household, int member) =>
        household.Tasks.FirstOrDefault(task => IsProposal(task, member));

    public static Household WithoutProposalFor(Household household, int member) =>
        household with
        {
            Tasks = [.. household.Tasks.Where(task => !IsProposal(task, member))],
        };

    private static IEnumerable<HouseholdTask> ProposalsFor(Household household, int member) =>
        household.Tasks.Where(task => IsProposal(task, member)).Select(task => task with { For = household.PhysicianId ?? task.For });

    private static bool IsProposal(HouseholdTask task, int member) =>
        task.Kind == DecisionKind && task.Member == member && task.Reference != PlanReference;

    private static IEnumerable<HouseholdTask> TasksOf(Household household, int member, PlanSummary plan)
    {
        if (plan.Review is not { } review)
        {
            yield break;
        }
        if (household.PhysicianId is { } responsible)
        {
            yield return new HouseholdTask(DecisionKind, PlanReference, member, review.Since.AddDays(DaysToAnswer), For: responsible);
        }

        if (review.AskedOn is not { } askedOn)
        {
            yield break;
        }
        foreach (
            var specialist in Asked(household, plan.Disciplines)
                .Where(specialist => !review.Given.Contains(specialist.Discipline, StringComparer.Ordinal))
        )
        {
            yield return new HouseholdTask(
                OpinionKind,
                specialist.Discipline,
                member,
                askedOn.AddDays(DaysToAnswer),
                For: specialist.PhysicianId
            );
        }
    }
}
