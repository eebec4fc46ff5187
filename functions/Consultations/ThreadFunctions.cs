using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Consultations;

/// <summary>Where people ask, answer, understand and close.</summary>
public sealed class ThreadFunctions(StartThreadHandler start, WriteMessageHandler write, UnderstandThreadHandler understand, CloseThreadHandler close)
{
    private const string Route = "api/households/{householdId}/members/{member:int}/threads/{threadId}";

    [Function("Threads_Start")]
    [Requires(Role.HealthWorker)]
    [Audited("thread.start")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request, string householdId, int member, string threadId, CancellationToken cancellationToken)
    {
        if (!TryKey(request, householdId, member, threadId, out var key)) { return Answers.NotFound(); }
        var form = await request.ReadJsonAsync<StartThread>(cancellationToken);
        var result = await start.HandleAsync(key, form, request.Caller(), cancellationToken);
        return result.Outcome is ThreadOutcome.Done ? TypedResults.Created($"/api/households/{householdId}/members/{member}/threads/{threadId}", result.View) : Answer(result);
    }

    [Function("Threads_Write")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("thread.write")]
    public async Task<IResult> WriteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/messages/{messageId}")] HttpRequest request,
        string householdId,
        int member,
        string threadId,
        string messageId,
        CancellationToken cancellationToken)
    {
        if (!TryKey(request, householdId, member, threadId, out var key) || !ClientId.IsOne(messageId)) { return Answers.NotFound(); }
        return Answer(await write.HandleAsync(key, messageId, await request.ReadJsonAsync<WriteMessage>(cancellationToken), request.Caller(), cancellationToken));
    }

    [Function("Threads_Understand")]
    [Requires(Role.HealthWorker)]
    [Audited("thread.understand")]
    public async Task<IResult> UnderstandAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/understood")] HttpRequest request,
        string householdId,
        int member,
        string threadId,
        CancellationToken cancellationToken)
    {
        if (!TryKey(request, householdId, member, threadId, out var key)) { return Answers.NotFound(); }
        return Answer(await understand.HandleAsync(key, await request.ReadJsonAsync<UnderstandThread>(cancellationToken), request.Caller(), cancellationToken));
    }

    [Function("Threads_Close")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("thread.close")]
    public async Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/close")] HttpRequest request, string householdId, int member, string threadId, CancellationToken cancellationToken) =>
        TryKey(request, householdId, member, threadId, out var key) ? Answer(await close.HandleAsync(key, request.Caller(), cancellationToken)) : Answers.NotFound();

    private static bool TryKey(HttpRequest request, string household, int member, string thread, out CaseKey key)
    {
        if (!CaseKey.TryParse(household, member, thread, out key)) { return false; }
        request.HttpContext.AuditSubject(key.Household.Value);
        return true;
    }

    private static IResult Answer(ThreadResult result) => result.Outcome switch
    {
        ThreadOutcome.Done or ThreadOutcome.Unchanged => TypedResults.Ok(result.View),
        ThreadOutcome.SentDifferently => Answers.Conflict("sent-differently", result.View),
        ThreadOutcome.Invalid => Answers.Invalid(result.Errors),
        ThreadOutcome.TooManyThreads => Answers.Conflict("too-many-threads", null),
        ThreadOutcome.Full => Answers.Conflict("thread-full", result.View),
        ThreadOutcome.Closed => Answers.Conflict("thread-closed", result.View),
        ThreadOutcome.NoPhysician => Answers.Conflict("no-responsible-physician", null),
        ThreadOutcome.NoPharmacist => Answers.Conflict("no-pharmacist", result.View),
        ThreadOutcome.NotResponsible => Answers.Problem(StatusCodes.Status403Forbidden, "not-responsible"),
        ThreadOutcome.Unanswered => Answers.Conflict("thread-unanswered", result.View),
        ThreadOutcome.DispositionMissing => Answers.Conflict("disposition-missing", result.View),
        ThreadOutcome.NotFound => Answers.NotFound(),
        var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
    };
}
