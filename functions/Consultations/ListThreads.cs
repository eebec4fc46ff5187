using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Consultations;

public sealed record ListThreadsResult(HouseholdAccess Access, ThreadPage? Page = null);

/// <summary>A member's threads: the open ones, newest first, and a page of those that are over.</summary>
public sealed class ListThreadsHandler(HouseholdTable households, Cases<ConsultationThread> threads)
{
    private const int PageSize = 50;

    public async Task<ListThreadsResult> HandleAsync(HouseholdId id, int member, string? continuation, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(id, cancellationToken) is not { Household: var household } || household.Members.All(one => one.Number != member))
        {
            return new ListThreadsResult(HouseholdAccess.Hidden);
        }

        var access = caller.To(household, member, hasReason);
        if (access < HouseholdAccess.Look) { return new ListThreadsResult(access); }
        var open = continuation is null ? await threads.ListOpenAsync(id, member, cancellationToken) : [];
        var (over, next) = await threads.PagePastAsync(id, member, continuation, PageSize, cancellationToken);
        return new ListThreadsResult(access, new ThreadPage(
            [.. open.OrderByDescending(thread => thread.Messages[^1].At).Select(thread => ThreadView.Of(household, thread, messages: null))],
            [.. over.OrderByDescending(thread => thread.Messages[^1].At).Select(thread => ThreadView.Of(household, thread, messages: null))],
            next is null ? null : Cursor.Of(next)));
    }
}
