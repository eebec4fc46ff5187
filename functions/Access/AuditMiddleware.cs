using Alleviation.Functions.Platform.Http;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Access;

/// <summary>
/// Records a call before it is made and how it ended before its answer leaves; a refused one at once. What cannot be recorded is not
/// done. An answer is sent after all middleware has returned, hence OnStarting.
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

        if (await BeginAsync(httpContext, action, decision.RefusedWith) is not { } key)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            await Answers.Problem(StatusCodes.Status503ServiceUnavailable, "audit-unavailable").ExecuteAsync(httpContext);
            return;
        }
        if (decision.RefusedWith is null)
        {
            httpContext.Response.OnStarting(() => EndAsync(httpContext, key, httpContext.Response.StatusCode));
        }
        try
        {
            await next(context);
        }
        finally
        {
            // To somebody who hung up no answer starts, yet what was done was done.
            if (httpContext is { RequestAborted.IsCancellationRequested: true, Response.HasStarted: false } && decision.RefusedWith is null)
            {
                await EndAsync(httpContext, key, ClientClosedRequest);
            }
        }
    }

    private async Task<AuditKey?> BeginAsync(HttpContext httpContext, string action, int? refusedWith)
    {
        var caller = (httpContext.User.Identity as CallerIdentity)?.Caller;
        var record = new AuditRecord(clock.GetUtcNow(), action, httpContext.TraceId())
        {
            AccountId = caller?.AccountId,
            Role = caller?.Role,
            Reason = httpContext.Request.AccessReason(),
            Status = refusedWith,
        };
        try
        {
            return await audit.BeginAsync(record, httpContext.RequestAborted);
        }
        catch (Exception exception) when (exception is RequestFailedException || StorageFault.IsOne(exception))
        {
            NotBegun(FaultTrace.Of(exception), action, record.TraceId);
            return null;
        }
    }

    private async Task EndAsync(HttpContext httpContext, AuditKey key, int status)
    {
        try
        {
            // Not the caller's token: who hangs up is recorded like everybody else.
            await audit.EndAsync(key, status, AuditNote.SubjectOf(httpContext), CancellationToken.None);
        }
        catch (Exception exception) when (exception is RequestFailedException || StorageFault.IsOne(exception))
        {
            // The row says that the call began; it keeps its answer.
            NotEnded(FaultTrace.Of(exception), key.Partition, key.Row, httpContext.TraceId());
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The audit of {Action} could not be written; the call was refused ({TraceId}): {Fault}"
    )]
    private partial void NotBegun(string fault, string action, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of audit row {Partition} {Row} could not be written ({TraceId}): {Fault}")]
    private partial void NotEnded(string fault, string partition, string row, string traceId);
}
