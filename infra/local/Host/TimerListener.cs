using System.Text.Json;
using NCrontab;

namespace Alleviation.LocalHost;

/// <summary>
/// Runs timer functions when they are due, each one run at a time; runs that fall due meanwhile are made up for by one. Every host has
/// its own timers: what must run once among several takes a lock.
/// </summary>
internal sealed class TimerListener(
    IReadOnlyList<LocalFunction> functions,
    Invocations invocations,
    Workers workers,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : IHostedService
{
    // A delay has an upper bound, and a long sleep need not be exact: it is looked at again.
    private static readonly TimeSpan MaxSleep = TimeSpan.FromDays(1);
    private readonly LocalFunction[] _timers = [.. functions.Where(function => function.Trigger.Type is "timerTrigger")];
    private readonly CancellationToken _stopping = lifetime.ApplicationStopping;
    private Task _running = Task.CompletedTask;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="CrontabException">The schedule is not NCRONTAB with six fields.</exception>
    public static CrontabSchedule ScheduleOf(BindingJson trigger) =>
        CrontabSchedule.Parse(trigger.Schedule, new() { IncludingSeconds = true });

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(_timers.Select(KeepAsync));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _running.WaitAsync(cancellationToken);

    /// <summary>Runs a timer function now, whatever its schedule says.</summary>
    /// <returns>Whether it succeeded.</returns>
    public Task<bool> FireAsync(string function) => RunAsync(_timers.Single(timer => timer.Name == function), isPastDue: false);

    private async Task KeepAsync(LocalFunction function)
    {
        var schedule = ScheduleOf(function.Trigger);
        if (function.Trigger.RunOnStartup)
        {
            await RunAsync(function, isPastDue: false);
        }
        for (var due = schedule.GetNextOccurrence(Now); await SleepUntilAsync(due); due = schedule.GetNextOccurrence(Now))
        {
            await RunAsync(function, isPastDue: schedule.GetNextOccurrence(due) <= Now);
        }
    }

    private async Task<bool> SleepUntilAsync(DateTime due)
    {
        for (var left = due - Now; left > TimeSpan.Zero && !_stopping.IsCancellationRequested; left = due - Now)
        {
            await Task.Delay(left < MaxSleep ? left : MaxSleep, clock, _stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !_stopping.IsCancellationRequested;
    }

    private async Task<bool> RunAsync(LocalFunction function, bool isPastDue)
    {
        if (await workers.CurrentOrNoneAsync(_stopping) is not { } worker)
        {
            return false;
        }
        var request = Invocations.Request(function, new() { Json = JsonSerializer.Serialize(new { IsPastDue = isPastDue }) });
        var end = await invocations.RunAsync(function, request, $"Timer fired at {Now:O}", worker, CancellationToken.None);
        return end is InvocationEnd.Succeeded;
    }
}
