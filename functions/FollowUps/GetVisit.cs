using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.FollowUps;

public sealed record GetVisitResult(HouseholdAccess Access, VisitView? View = null);

public sealed class GetVisitHandler(HouseholdTable households, HouseholdDocuments documents, CodeLists codes, TimeProvider clock)
{
    public async Task<GetVisitResult> HandleAsync(
        HouseholdId id,
        int member,
        ClientId visitId,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (await households.FindAsync(id, cancellationToken) is not { Household: var household })
        {
            return new GetVisitResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetVisitResult(access);
        }
        return await documents.FindAsync(id, Visit.StoredAs.PastOf(member, visitId.Value), cancellationToken) is { } visit
            ? new GetVisitResult(access, VisitView.Of(visit, household, codes, caller, clock.Today()))
            : new GetVisitResult(HouseholdAccess.Hidden);
    }
}
