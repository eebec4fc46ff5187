using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What somebody who took a step is told: the plan as it stands, and where he was slower, what is different.</summary>
public sealed class CarePlanAnswers(CarePlanHistory history, PathwayCatalogue pathways, TimeProvider clock)
{
    /// <param name="version">That the step was made for; null where it was made for none.</param>
    internal async Task<CarePlanResult> ForAsync(
        Changed<PlanOutcome>? changed,
        int? version,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (changed is not { Household: var household, Outcome: { File: { } file } outcome })
        {
            return new CarePlanResult(CarePlanOutcome.NotFound);
        }
        var difference =
            outcome.Outcome is CarePlanOutcome.ChangedMeanwhile
            && version is { } read
            && await history.FindAsync(household.Id, file.Care.Member, read, cancellationToken) is { } then
                ? CarePlanDifference.Between(then, file.Plan)
                : null;
        return new CarePlanResult(outcome.Outcome, ViewOf(household, file, caller), difference) { Errors = outcome.Errors };
    }

    /// <returns>Null where the member has no plan, or is none of the household.</returns>
    internal CarePlanView? ViewIn(HouseholdPartition partition, int member, Caller caller) =>
        PlanFile.In(partition, member) is { } file ? ViewOf(partition.Household, file, caller) : null;

    /// <summary>Null where the member is not of the household any more.</summary>
    internal CarePlanView? ViewOf(Household household, PlanFile file, Caller caller)
    {
        if (household.Members.FirstOrDefault(person => person.Number == file.Care.Member) is not { } member)
        {
            return null;
        }
        var today = clock.Today();
        return CarePlanView.Of(household, member, file, caller, UrgentLimit.Of(file.Plan, pathways.All, member.AgeAt(today)), today);
    }
}
