using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Enrolment;

/// <param name="View">What the caller may see of it; null where that is nothing.</param>
/// <param name="Form">The enrolment as it would be sent now, for correcting it; null for who may not.</param>
public sealed record GetHouseholdResult(HouseholdAccess Access, HouseholdView? View = null, EnrolmentRequest? Form = null);

/// <summary>A household with its members: one partition read.</summary>
public sealed class GetHouseholdHandler(HouseholdTable households, HouseholdViews views)
{
    public async Task<GetHouseholdResult> HandleAsync(HouseholdId id, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition)
        {
            return new GetHouseholdResult(HouseholdAccess.Hidden);
        }
        var access = caller.ToSomeOf(partition.Household, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetHouseholdResult(access);
        }
        return new GetHouseholdResult(
            access,
            await views.OfAsync(partition, caller, hasReason, cancellationToken),
            access is HouseholdAccess.Care
                ? EnrolmentForm.Of(
                    partition.Household,
                    partition.OfEachMember(Member.StoredAs).ToList(),
                    partition.OfEachMember(HealthRecord.StoredAs).ToList()
                )
                : null
        );
    }
}
