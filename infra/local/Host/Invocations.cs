using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Alleviation.LocalHost;

/// <summary>How a call of a function ended.</summary>
internal enum InvocationEnd
{
    Succeeded,
    Failed,

    /// <summary>It ran longer than functionTimeout and was cancelled.</summary>
    TimedOut,

    /// <summary>It was cancelled at the end of the drain.</summary>
    Abandoned,
}

/// <summary>Has the worker call functions, and logs each call as the real host does.</summary>
internal sealed class Invocations : IDisposable
{
    // Cancelled, a function may still write down how far it got.
    private static readonly TimeSpan TimeToHeed = TimeSpan.FromSeconds(5);

    // The rest of the shutdown time is left to those who heed the cancellation.
    private const double ShareForRunning = 0.8;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly HostJson _host;
    private readonly ILoggerFactory _loggers;

    public Invocations(HostJson host, IHostApplicationLifetime lifetime, IOptions<HostOptions> options, ILoggerFactory loggers)
    {
        (_host, _loggers) = (host, loggers);
        lifetime.ApplicationStopping.Register(() => _abandoned.CancelAfter(options.Value.ShutdownTimeout * ShareForRunning));
        _abandoned.Token.Register(loggers.CreateLogger("Host.Lifetime").Abandoning);
    }

    /// <summary>Ends what still runs at the end of the drain.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public static InvocationRequest Request(LocalFunction function, TypedData input, string? traceParent = null)
    {
        var trace = traceParent ?? $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01";
        return new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
            TraceContext = new RpcTraceContext { TraceParent = trace, TraceState = "" },
            InputData =
            {
                new ParameterBinding { Name = function.Trigger.Name, Data = input },
            },
        };
    }

    public async Task<InvocationEnd> RunAsync(
        LocalFunction function,
        InvocationRequest request,
        string reason,
        LiveWorker worker,
        CancellationToken caller
    )
    {
        var (log, id, began) = (_loggers.CreateLogger($"Function.{function.Name}"), request.InvocationId, Stopwatch.GetTimestamp());
        using var timeout = new CancellationTokenSource(_host.FunctionTimeout);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, caller, _abandoned.Token);
        log.Executing(function.Name, reason, id);
        try
        {
            var answer = worker.Stream.InvokeAsync(request);
            await using var cancel = ending.Token.Register(() => worker.Stream.Cancel(id));
            var patience = _host.FunctionTimeout == Timeout.InfiniteTimeSpan ? _host.FunctionTimeout : _host.FunctionTimeout + TimeToHeed;
            var result = (await answer.WaitAsync(patience, CancellationToken.None)).Result;
            if (result?.Status is StatusResult.Types.Status.Success)
            {
                log.Succeeded(function.Name, id, Milliseconds());
                return InvocationEnd.Succeeded;
            }

            var thrown = result?.Exception;
            log.Failed(function.Name, id, Milliseconds(), $"{thrown?.Type} {thrown?.Message}{Environment.NewLine}{thrown?.StackTrace}");
        }
        catch (WorkerGoneException gone)
        {
            log.Failed(function.Name, id, Milliseconds(), gone.Message);
        }
        catch (TimeoutException)
        {
            // It would go on beside its own repetition. The real host ends the worker then, too.
            log.WentOn(function.Name, id);
            worker.Started.Kill();
        }

        if (timeout.IsCancellationRequested)
        {
            return InvocationEnd.TimedOut;
        }
        return _abandoned.IsCancellationRequested ? InvocationEnd.Abandoned : InvocationEnd.Failed;

        long Milliseconds() => (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    public void Dispose() => _abandoned.Dispose();
}
