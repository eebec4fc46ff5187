using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.PoisonMessages;

public sealed record PoisonMessagePage(IReadOnlyList<PoisonMessage> Items, string? Cursor);

public sealed record Replayed(int Count);

/// <summary>Messages that failed too often: taken from the poison queues, seen and replayed by operators.</summary>
public sealed class PoisonMessageFunctions(
    PoisonMessageTable poisonMessages,
    ReplayPoisonMessageHandler replay,
    StorePoisonMessageHandler store,
    SettlePoisonMessagesHandler settle
)
{
    private const int PageSize = 100;

    [Function("PoisonMessages_List")]
    [Requires(Role.Operator)]
    [Audited("poison-message.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/poison-messages")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var cursor = request.CursorParts(1);
        string? queue = request.Query["queue"];
        var (items, next) = await poisonMessages.PageAsync(
            queue is { Length: > 0 } ? queue : null,
            cursor?[0],
            PageSize,
            cancellationToken
        );
        return TypedResults.Ok(new PoisonMessagePage(items, next is null ? null : Cursor.Of(next)));
    }

    [Function("PoisonMessages_Replay")]
    [Requires(Role.Operator)]
    [Audited("poison-message.replay")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/poison-messages/{queue}/{messageId}/replay")] HttpRequest request,
        string queue,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        if (!PoisonMessageKey.IsValid(queue, messageId))
        {
            return Answers.NotFound();
        }
        return await replay.ReplayAsync(queue, messageId, cancellationToken) ? TypedResults.Ok(new Replayed(1)) : Answers.NotFound();
    }

    [Function("PoisonMessages_ReplayAll")]
    [Requires(Role.Operator)]
    [Audited("poison-message.replay-all")]
    public async Task<IResult> ReplayAllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/poison-messages/replay")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        string? queue = request.Query["queue"];
        return TypedResults.Ok(new Replayed(await replay.ReplayAllAsync(queue is { Length: > 0 } ? queue : null, cancellationToken)));
    }

    [Function("SettlePoisonMessages")]
    public Task SettleAsync([TimerTrigger("45 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        settle.HandleAsync(cancellationToken);

    [Function("Poison_Enrolments")]
    public Task EnrolmentsAsync([QueueTrigger("enrolments-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("enrolments", message, cancellationToken);

    [Function("Poison_CarePlans")]
    public Task CarePlansAsync([QueueTrigger("care-plans-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("care-plans", message, cancellationToken);

    [Function("Poison_Changes")]
    public Task ChangesAsync([QueueTrigger("changes-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("changes", message, cancellationToken);

    [Function("Poison_Coverage")]
    public Task CoverageAsync([QueueTrigger("coverage-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("coverage", message, cancellationToken);

    [Function("Poison_RosterChanges")]
    public Task RosterChangesAsync([QueueTrigger("roster-changes-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("roster-changes", message, cancellationToken);

    [Function("Poison_ImportChunks")]
    public Task ImportChunksAsync([QueueTrigger("import-chunks-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("import-chunks", message, cancellationToken);

    [Function("Poison_ReferralTimeouts")]
    public Task ReferralTimeoutsAsync([QueueTrigger("referral-timeouts-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("referral-timeouts", message, cancellationToken);

    [Function("Poison_AppointmentClaims")]
    public Task AppointmentClaimsAsync([QueueTrigger("appointment-claims-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("appointment-claims", message, cancellationToken);

    [Function("Poison_Reminders")]
    public Task RemindersAsync([QueueTrigger("reminders-poison")] string message, CancellationToken cancellationToken) =>
        store.HandleAsync("reminders", message, cancellationToken);
}
