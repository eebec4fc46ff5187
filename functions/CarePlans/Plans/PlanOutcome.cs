using Alleviation.Functions.Changes;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What was decided on a step.</summary>
/// <param name="File">As it stands after it, where the caller may see it.</param>
internal sealed record PlanOutcome(CarePlanOutcome Outcome, PlanFile? File, IReadOnlyList<FieldError> Errors)
{
    public static readonly HouseholdUpdate<PlanOutcome> NotFound = HouseholdUpdate.None(
        new PlanOutcome(CarePlanOutcome.NotFound, null, [])
    );

    public static PlanOutcome Done(PlanFile file) => new(CarePlanOutcome.Done, file, []);

    /// <summary>Nothing is to be changed.</summary>
    public static HouseholdUpdate<PlanOutcome> Refused(CarePlanOutcome outcome, PlanFile file, params IReadOnlyList<FieldError> errors) =>
        HouseholdUpdate.None(new PlanOutcome(outcome, file, errors));
}
