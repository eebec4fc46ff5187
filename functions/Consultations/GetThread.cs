using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Consultations;

public sealed record GetThreadResult(HouseholdAccess Access, ThreadView? View = null);

public sealed class GetThreadHandler(HouseholdTable households, Cases<ConsultationThread> threads, ThreadViews views)
{
    public async Task<GetThreadResult> HandleAsync(CaseKey key, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }) { return new GetThreadResult(HouseholdAccess.Hidden); }
        var access = caller.To(household, key.Member, hasReason);
        if (access < HouseholdAccess.Look) { return new GetThreadResult(access); }
        var thread = await threads.FindAsync(key, cancellationToken);
        return thread is null ? new GetThreadResult(HouseholdAccess.Hidden) : new GetThreadResult(access, await views.OfAsync(household, thread, cancellationToken));
    }
}
