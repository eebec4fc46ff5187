using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans;

/// <summary>A plan as it is answered, with the household's responsible physician and the team around it.</summary>
public sealed record CarePlanView(
    string HouseholdId,
    int HouseholdVersion,
    int Member,
    string Name,
    int PlanVersion,
    CarePlanStatus Status,
    DateOnly DraftedOn,
    IReadOnlyList<string> Pathways,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Batches,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<NextFollowUp> FollowUps,
    DateOnly? NextDueOn,
    IReadOnlyList<Urgency> Urgencies,
    IReadOnlyList<UrgentLimit> UrgentLimits,
    string? ResponsiblePhysician,
    IReadOnlyList<TeamMember> Team)
{
    public static CarePlanView Of(Household household, MemberSummary member, MemberCare care, IReadOnlyList<UrgentLimit> urgentLimits)
    {
        var (plan, schedule) = (care.Plan, care.Schedule);
        return new CarePlanView(
            household.Id.Value,
            household.Version,
            plan.Member,
            member.Name,
            plan.Version,
            plan.Status,
            plan.DraftedOn,
            plan.Pathways,
            plan.Conditions,
            plan.Batches,
            plan.Goals,
            plan.Activities,
            [
                .. from agreed in plan.FollowUps
                   join next in schedule.FollowUps on agreed.Form equals next.Form
                   select new NextFollowUp(agreed.Form, agreed.EveryDays, agreed.VisitsPerYear, next.NextDueOn),
            ],
            schedule.NextDueOn,
            schedule.Urgencies,
            urgentLimits,
            household.PhysicianId,
            [.. household.Team.Where(one => plan.Disciplines.Contains(one.Discipline, StringComparer.Ordinal))]);
    }
}

/// <param name="Form">The follow-up form's code.</param>
public sealed record NextFollowUp(string Form, int EveryDays, int VisitsPerYear, DateOnly NextDueOn);
