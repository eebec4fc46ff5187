using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Enrolment;

/// <param name="View">Null unless it is allowed.</param>
/// <param name="Form">The enrolment as it would be sent now, for correcting it.</param>
public sealed record GetHouseholdResult(HouseholdAccess Access, HouseholdView? View = null, EnrolHousehold? Form = null);

/// <summary>A household with its members: one partition read.</summary>
public sealed class GetHouseholdHandler(HouseholdTable households, HouseholdRows rows)
{
    public async Task<GetHouseholdResult> HandleAsync(HouseholdId id, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition) { return new GetHouseholdResult(HouseholdAccess.Hidden); }
        var access = caller.To(partition.Household, hasReason);
        if (access is not HouseholdAccess.Allowed) { return new GetHouseholdResult(access); }
        var members = rows.MembersOf(partition);
        return new GetHouseholdResult(
            access,
            HouseholdView.Of(partition.Household, ProjectionTable.Shows(partition), members),
            EnrolmentForm.Of(partition.Household, members, rows.RecordsOf(partition)));
    }
}
