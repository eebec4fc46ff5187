using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Runs an invocation through the application's middleware, and logs as the real host does.</summary>
internal sealed class FunctionExecutor(
    IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, HostSettings host, Drain drain, ILoggerFactory loggers)
{
    private readonly FunctionExecutionDelegate _pipeline =
        middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallAsync, (next, component) => component(next));

    /// <summary>Runs the function, then <paramref name="finish"/> with it.</summary>
    /// <returns>What was thrown; null if the invocation succeeded.</returns>
    public async Task<Exception?> RunAsync(LocalFunctionContext context, string reason, Func<LocalFunctionContext, Task>? finish = null)
    {
        var log = loggers.CreateLogger(context.Function.LogCategory);
        log.Executing(context.Function.Name, reason, context.InvocationId);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await _pipeline(context);
            if (finish is not null) { await finish(context); }
            log.Succeeded(context.Function.Name, context.InvocationId, Milliseconds(started));
            return null;
        }
#pragma warning disable CA1031 // Whatever a function throws is an outcome of the invocation, not of the host.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            log.Failed(thrown, context.Function.Name, context.InvocationId, Milliseconds(started));
            return thrown;
        }
    }

    /// <summary>The token of an invocation: it ends when the caller goes, when time is up, or when the host stops waiting.</summary>
    public CancellationTokenSource Ending(CancellationToken caller = default)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(caller, drain.Abandoned);
        ending.CancelAfter(host.FunctionTimeout);
        return ending;
    }

    public void LogFailure(LocalFunction function, Exception thrown) => loggers.CreateLogger(function.LogCategory).ScopeFailed(thrown, function.Name);

    private static async Task CallAsync(FunctionContext context)
    {
        var invocation = (LocalFunctionContext)context;
        try
        {
            invocation.Result = await invocation.Function.Call.InvokeAsync(invocation);
        }
        catch (RouteValueException)
        {
            invocation.Result = TypedResults.NotFound();
        }
    }

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
