using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

public sealed record GetThreadResult(HouseholdAccess Access, ThreadView? View = null);

public sealed class GetThreadHandler(HouseholdTable households, ThreadTable threads, ThreadViews views)
{
    public async Task<GetThreadResult> HandleAsync(ThreadKey key, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }) { return new GetThreadResult(HouseholdAccess.Hidden); }
        var access = caller.To(household, key.Member, hasReason);
        if (access < HouseholdAccess.Look) { return new GetThreadResult(access); }
        var thread = await threads.FindAsync(key.Household, key.Member, key.Thread, cancellationToken) ?? await threads.FindOverAsync(key.Household, key.Member, key.Thread, cancellationToken);
        return thread is null ? new GetThreadResult(HouseholdAccess.Hidden) : new GetThreadResult(access, await views.OfAsync(household, thread, cancellationToken));
    }
}
