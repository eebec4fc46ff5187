using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A plan, and what the caller may do with it.</summary>
/// <param name="IsTheirs">The step is this party's, at another time if not now.</param>
/// <param name="To">The status that the step leads to; null where it cannot be taken now.</param>
internal sealed record PlanStepContext(PlanFile File, bool IsTheirs, CarePlanStatus? To)
{
    /// <returns>Null where there is no such plan, or none that the caller may see.</returns>
    public static PlanStepContext? For(HouseholdPartition partition, int member, Caller caller, PlanStep step, string? discipline = null)
    {
        var household = partition.Household;
        if (!caller.MaySee(household, member) || PlanFile.In(partition, member) is not { } file)
        {
            return null;
        }
        var party = caller.PartyIn(household, file.Plan, discipline);
        return new PlanStepContext(file, CarePlanLife.IsFor(step, party), CarePlanLife.Next(household, file.Plan, step, party));
    }
}
