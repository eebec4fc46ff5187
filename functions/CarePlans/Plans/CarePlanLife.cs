using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>
/// The life of a plan: the one table of who may take which step from where, and where it leads. A revision is begun before an active plan
/// is edited, so that what is in force never changes under the family's hands; a plan is completed as it is in force, not half revised.
/// </summary>
public static class CarePlanLife
{
    /// <returns>The status after the step, which may be the one before; null where the step is not to be taken.</returns>
    /// <param name="plan">Of a single pathway it may be decided on as drafted; the team looks at what puts several together.</param>
    public static CarePlanStatus? Next(CarePlan plan, PlanStep step, PlanParty party) =>
        (step, party, plan.Status) is (PlanStep.Decide, PlanParty.Responsible, CarePlanStatus.Draft) && plan.Pathways.Count == 1
            ? CarePlanStatus.Active
            : Next(plan.Status, step, party);

    /// <returns>The same of a plan in its household: a proposal can be declined where there is one.</returns>
    internal static CarePlanStatus? Next(Household household, CarePlan plan, PlanStep step, PlanParty party) =>
        step is PlanStep.Keep && PlanTasks.ProposalFor(household, plan.Member) is null ? null : Next(plan, step, party);

    /// <returns>The same of a plan of which no more than its status is known.</returns>
    public static CarePlanStatus? Next(CarePlanStatus status, PlanStep step, PlanParty party) =>
        (step, party, status) switch
        {
            (PlanStep.Edit, PlanParty.Responsible, CarePlanStatus.Draft or CarePlanStatus.UnderReview or CarePlanStatus.UnderRevision) =>
                status,
            (PlanStep.Submit, PlanParty.Responsible, CarePlanStatus.Draft) => CarePlanStatus.UnderReview,
            // The version in force stays in force while the team reviews a revision.
            (PlanStep.Submit, PlanParty.Responsible, CarePlanStatus.UnderRevision) => CarePlanStatus.UnderRevision,
            (PlanStep.Opine, PlanParty.TeamMember, CarePlanStatus.UnderReview or CarePlanStatus.UnderRevision) => status,
            (PlanStep.Decide, PlanParty.Responsible, CarePlanStatus.UnderReview or CarePlanStatus.UnderRevision) => CarePlanStatus.Active,
            (PlanStep.Revise, PlanParty.Responsible, CarePlanStatus.Active) => CarePlanStatus.UnderRevision,
            (PlanStep.Withdraw, PlanParty.Responsible, CarePlanStatus.UnderRevision) => CarePlanStatus.Active,
            (PlanStep.Keep, PlanParty.Responsible, CarePlanStatus.Active) => CarePlanStatus.Active,
            (PlanStep.Complete, PlanParty.Responsible, CarePlanStatus.Active) => CarePlanStatus.Completed,
            (PlanStep.Cancel, PlanParty.Responsible, not (CarePlanStatus.Completed or CarePlanStatus.Cancelled)) =>
                CarePlanStatus.Cancelled,
            (
                PlanStep.Report,
                PlanParty.Responsible
                    or PlanParty.TeamMember
                    or PlanParty.HealthWorker,
                CarePlanStatus.Active
                    or CarePlanStatus.UnderRevision
            ) => status,
            (PlanStep.Redraft, PlanParty.Pathways, CarePlanStatus.Active) => CarePlanStatus.UnderRevision,
            (PlanStep.Redraft, PlanParty.Pathways, CarePlanStatus.Completed or CarePlanStatus.Cancelled) => CarePlanStatus.Draft,
            (PlanStep.Redraft, PlanParty.Pathways, _) => status,
            (PlanStep.Lapse, PlanParty.Pathways, not (CarePlanStatus.Completed or CarePlanStatus.Cancelled)) => CarePlanStatus.Cancelled,
            (PlanStep.Restart, PlanParty.Responsible, CarePlanStatus.Completed or CarePlanStatus.Cancelled) => CarePlanStatus.Draft,
            _ => null,
        };

    /// <summary>Whether the step is this party's at all, at another time if not now.</summary>
    public static bool IsFor(PlanStep step, PlanParty party) =>
        Enum.GetValues<CarePlanStatus>().Any(status => Next(status, step, party) is not null);
}
