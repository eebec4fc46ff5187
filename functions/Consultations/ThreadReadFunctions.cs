using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Consultations;

/// <summary>Where threads are read.</summary>
public sealed class ThreadReadFunctions(GetThreadHandler get, ListThreadsHandler list)
{
    [Function("Threads_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("thread.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/threads")] HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken)
    {
        if (!HouseholdId.TryParse(householdId, out var id)) { return Answers.NotFound(); }
        request.HttpContext.AuditSubject(id.Value);
        var cursor = request.CursorParts(1);
        var result = await list.HandleAsync(id, member, cursor?[0], request.Caller(), request.AccessReason() is not null, cancellationToken);
        return Answer(result.Access, result.Page);
    }

    [Function("Threads_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("thread.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/threads/{threadId}")] HttpRequest request,
        string householdId,
        int member,
        string threadId,
        CancellationToken cancellationToken)
    {
        if (!CaseKey.TryParse(householdId, member, threadId, out var key)) { return Answers.NotFound(); }
        request.HttpContext.AuditSubject(key.Household.Value);
        var result = await get.HandleAsync(key, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return Answer(result.Access, result.View);
    }

    private static IResult Answer<T>(HouseholdAccess access, T? view)
        where T : class => access switch
        {
            HouseholdAccess.NeedsReason => Answers.Problem(StatusCodes.Status403Forbidden, "reason-required"),
            _ when view is null => Answers.NotFound(),
            _ => TypedResults.Ok(view),
        };
}
