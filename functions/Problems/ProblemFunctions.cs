using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Problems;

public sealed record ProblemPage(IReadOnlyList<Problem> Items, string? Cursor);

public sealed record Replayed(int Count);

/// <summary>Messages that were put aside: taken from the poison queues, seen and replayed by operators.</summary>
public sealed class ProblemFunctions(
    ProblemTable problems, ReplayProblemHandler replay, PutAsideHandler putAside, SettleProblemsHandler settle)
{
    private const int PageSize = 100;

    [Function("Problems_List")]
    [Requires(Role.Operator)]
    [Audited("problem.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/problems")] HttpRequest request, CancellationToken cancellationToken)
    {
        var cursor = request.CursorParts(1);
        string? queue = request.Query["queue"];
        var (items, next) = await problems.PageAsync(queue is { Length: > 0 } ? queue : null, cursor?[0], PageSize, cancellationToken);
        return TypedResults.Ok(new ProblemPage(items, next is null ? null : Cursor.Of(next)));
    }

    [Function("Problems_Replay")]
    [Requires(Role.Operator)]
    [Audited("problem.replay")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/problems/{queue}/{problemId}/replay")] HttpRequest request,
        string queue,
        string problemId,
        CancellationToken cancellationToken)
    {
        if (!ProblemKey.IsValid(queue, problemId)) { return Answers.NotFound(); }
        return await replay.ReplayAsync(queue, problemId, cancellationToken) ? TypedResults.Ok(new Replayed(1)) : Answers.NotFound();
    }

    [Function("Problems_ReplayAll")]
    [Requires(Role.Operator)]
    [Audited("problem.replay-all")]
    public async Task<IResult> ReplayAllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/problems/replay")] HttpRequest request, CancellationToken cancellationToken)
    {
        string? queue = request.Query["queue"];
        return TypedResults.Ok(new Replayed(await replay.ReplayAllAsync(queue is { Length: > 0 } ? queue : null, cancellationToken)));
    }

    [Function("SettleProblems")]
    public Task SettleAsync([TimerTrigger("45 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        settle.HandleAsync(cancellationToken);

    [Function("Poison_Enrolments")]
    public Task EnrolmentsAsync([QueueTrigger("enrolments-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("enrolments", message, cancellationToken);

    [Function("Poison_CarePlans")]
    public Task CarePlansAsync([QueueTrigger("care-plans-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("care-plans", message, cancellationToken);

    [Function("Poison_Changes")]
    public Task ChangesAsync([QueueTrigger("changes-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("changes", message, cancellationToken);

    [Function("Poison_Coverage")]
    public Task CoverageAsync([QueueTrigger("coverage-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("coverage", message, cancellationToken);

    [Function("Poison_RosterChanges")]
    public Task RosterChangesAsync([QueueTrigger("roster-changes-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("roster-changes", message, cancellationToken);

    [Function("Poison_ImportChunks")]
    public Task ImportChunksAsync([QueueTrigger("import-chunks-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("import-chunks", message, cancellationToken);

    [Function("Poison_ReferralTimeouts")]
    public Task ReferralTimeoutsAsync([QueueTrigger("referral-timeouts-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("referral-timeouts", message, cancellationToken);

    [Function("Poison_AppointmentClaims")]
    public Task AppointmentClaimsAsync([QueueTrigger("appointment-claims-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("appointment-claims", message, cancellationToken);

    [Function("Poison_Reminders")]
    public Task RemindersAsync([QueueTrigger("reminders-poison")] string message, CancellationToken cancellationToken) =>
        putAside.HandleAsync("reminders", message, cancellationToken);
}
