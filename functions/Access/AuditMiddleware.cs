using Alleviation.Functions.Platform.Http;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Access;

/// <summary>
/// Records each call with how it ended before its answer leaves: what is not on record is not answered. A change of a household carries
/// the record in its own transaction (Households/Storage/ChangeAudit.cs); a call that changes anything else is recorded before it is
/// carried out and completed afterwards.
/// </summary>
public sealed partial class AuditMiddleware(AuditTable audit, TimeProvider clock, ILogger<AuditMiddleware> log) : IFunctionsWorkerMiddleware
{
    private const string RetryAfterSeconds = "5";
    private const int ClientClosedRequest = 499;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } httpContext || AccessDecision.Of(httpContext) is not { Rule.Action: { } action } decision)
        {
            await next(context);
            return;
        }

        var call = CallOf(httpContext, action);
        if (decision.RefusedWith is { } refusedWith)
        {
            await (await TryRecordAsync(call, refusedWith) ? next(context) : Unavailable(httpContext).ExecuteAsync(httpContext));
            return;
        }
        if (decision.Rule.Effect is CallEffect.Change)
        {
            if (!await TryBeginAsync(call))
            {
                await Unavailable(httpContext).ExecuteAsync(httpContext);
                return;
            }
            call.IsBegun = true;
        }
        await CarryOutAsync(call, context, httpContext, next);
    }

    private async Task CarryOutAsync(AuditedCall call, FunctionContext context, HttpContext httpContext, FunctionExecutionDelegate next)
    {
        call.Enter();
        try
        {
            await next(context);
        }
        catch (Exception) when (httpContext is { RequestAborted.IsCancellationRequested: true, Response.HasStarted: false })
        {
            // If the caller has hung up no answer is sent, but the change was made and is recorded.
            call.End(await TryRecordAsync(call, ClientClosedRequest));
            throw;
        }
        catch (Exception)
        {
            // Its answer comes from the middleware before this one, and has nothing in it that was read.
            httpContext.Response.OnStarting(async () => call.End(await TryRecordAsync(call, httpContext.Response.StatusCode)));
            throw;
        }

        // Answers are sent after all middleware has returned.
        var answer = context.GetInvocationResult();
        var status = (answer.Value as IStatusCodeHttpResult)?.StatusCode ?? httpContext.Response.StatusCode;
        if (call is { IsCommitted: true, IsBegun: false })
        {
            _ = RecordSoonAsync(call, status);
            return;
        }
        var isRecorded = await TryRecordAsync(call, status);
        call.End(isRecorded);
        if (!isRecorded && !call.IsBegun && !call.IsInChange)
        {
            answer.Value = Unavailable(httpContext);
        }
    }

    // Its record stands in the change. What fails here is done by the message of the change. The call's context may be gone by then.
    private async Task RecordSoonAsync(AuditedCall call, int status)
    {
        var record = call.Record with { Status = status };
        try
        {
            var isRecorded = await TryAsync(() => audit.RecordSoonAsync(call.Key, record, CancellationToken.None), call.Key, record);
            await call.EndAfterAnswerAsync(isRecorded);
        }
        catch (Exception exception)
        {
            NotFinished(FaultTrace.Of(exception), record.Action, record.TraceId);
        }
    }

    private AuditedCall CallOf(HttpContext httpContext, string action)
    {
        var caller = (httpContext.User.Identity as CallerIdentity)?.Caller;
        var record = new AuditRecord(clock.GetUtcNow(), action, httpContext.TraceId())
        {
            AccountId = caller?.AccountId,
            Role = caller?.Role,
            Reason = httpContext.Request.AccessReason(),
        };
        return new AuditedCall(AuditKey.Of(record.At, record.AccountId), record, httpContext);
    }

    private Task<bool> TryBeginAsync(AuditedCall call) =>
        TryAsync(() => audit.AddAsync(call.Key, call.Record, CancellationToken.None), call.Key, call.Record);

    // Not the caller's cancellation token: calls of clients that hang up are recorded too.
    private Task<bool> TryRecordAsync(AuditedCall call, int status)
    {
        var record = call.Record with { Status = status };
        return TryAsync(
            () =>
                call.IsBegun
                    ? audit.EndAsync(call.Key, record, CancellationToken.None)
                    : audit.RecordAsync(call.Key, record, CancellationToken.None),
            call.Key,
            record
        );
    }

    private async Task<bool> TryAsync(Func<Task> write, AuditKey key, AuditRecord record)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception exception) when (exception is RequestFailedException || StorageFault.IsOne(exception))
        {
            NotRecorded(FaultTrace.Of(exception), record.Action, key.Partition, key.Row, record.TraceId);
            return false;
        }
    }

    private static IResult Unavailable(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Answers.Problem(StatusCodes.Status503ServiceUnavailable, "audit-unavailable");
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The audit of {Action}, row {Partition} {Row}, could not be written ({TraceId}): {Fault}"
    )]
    private partial void NotRecorded(string fault, string action, string partition, string row, string traceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What follows {Action} could not be done at once ({TraceId}): {Fault}")]
    private partial void NotFinished(string fault, string action, string traceId);
}
