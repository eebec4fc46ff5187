using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>
/// What is seen of every request from outside: its trace, its time and whether it failed. An answer is sent after all middleware has
/// returned, hence OnStarting; as the first that is registered this one is the last to run, when all others have done their part.
/// </summary>
public sealed class ObservedRequests(ServerErrors errors, TimeProvider clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var carried = Traces.Carry(context.TraceContext.TraceParent);
        if (context.GetHttpContext() is { } httpContext)
        {
            Observe(httpContext, context, clock.GetTimestamp());
        }
        await next(context);
    }

    private void Observe(HttpContext httpContext, FunctionContext context, long began)
    {
        // One id for the answer, the audit and the log lines: also of what runs outside the activity, and where nobody collects traces.
        httpContext.TraceIdentifier = TraceOf(context).ToHexString();
        var function = context.FunctionDefinition.Name;
        httpContext.Response.OnStarting(() =>
        {
            if (httpContext.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                errors.Count(function);
            }
            httpContext.Features.Get<AnswerTime>()?.Note(clock.GetElapsedTime(began));
            return Task.CompletedTask;
        });
    }

    private static ActivityTraceId TraceOf(FunctionContext context) =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId
        : ActivityContext.TryParse(context.TraceContext.TraceParent, null, out var host) ? host.TraceId
        : ActivityTraceId.CreateRandom();
}

/// <summary>Set by a function that wants to know how long its answer took, from the request to the moment in which it leaves.</summary>
public sealed record AnswerTime(Action<TimeSpan> Note);
