using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.CarePlans.Plans;

public sealed record GetCarePlanResult(HouseholdAccess Access, CarePlanView? View = null);

public sealed class GetCarePlanHandler(HouseholdTable households, CarePlanAnswers answers)
{
    public async Task<GetCarePlanResult> HandleAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition)
        {
            return new GetCarePlanResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(partition.Household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetCarePlanResult(access);
        }
        return answers.ViewIn(partition, member, caller) is { } view
            ? new GetCarePlanResult(access, view)
            : new GetCarePlanResult(HouseholdAccess.Hidden);
    }
}
