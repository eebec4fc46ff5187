using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>Runs a timer function when it is due, one run at a time. Runs that fall due meanwhile are made up for by one.</summary>
internal sealed class TimerLoop(
    LocalFunction function,
    TimerBinding timer,
    ScopedExecutor executor,
    Drain drain,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    // A delay has an upper bound, and a long sleep need not be exact: it is looked at again.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private readonly ILogger _log = loggers.CreateLogger("Host.Timers");
    private readonly IReadOnlyDictionary<string, object?> _noData = new Dictionary<string, object?>();
    private DateTime _last;

    public async Task RunAsync()
    {
        var due = timer.Schedule.GetNextOccurrence(Now);
        try
        {
            if (timer.RunOnStartup) { await RunOnceAsync(Now, due, isPastDue: false); }
            while (!drain.Stopping.IsCancellationRequested)
            {
                _log.NextRun(function.Name, due);
                await SleepUntilAsync(due);
                var next = timer.Schedule.GetNextOccurrence(Now);
                await RunOnceAsync(due, next, isPastDue: timer.Schedule.GetNextOccurrence(due) <= Now);
                due = next;
            }
        }
        catch (OperationCanceledException) when (drain.Stopping.IsCancellationRequested)
        {
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task SleepUntilAsync(DateTime due)
    {
        for (var left = due - Now; left > TimeSpan.Zero; left = due - Now)
        {
            await Task.Delay(left < LongestSleep ? left : LongestSleep, clock, drain.Stopping);
        }

        drain.Stopping.ThrowIfCancellationRequested();
    }

    private async Task RunOnceAsync(DateTime due, DateTime next, bool isPastDue)
    {
        var status = timer.UseMonitor ? new ScheduleStatus { Last = _last, Next = next, LastUpdated = _last } : null;
        var info = new TimerInfo { ScheduleStatus = status, IsPastDue = isPastDue };
        await executor.RunAsync(function, info, () => _noData, $"Timer fired at {clock.GetUtcNow():O}");
        _last = due;
    }
}
