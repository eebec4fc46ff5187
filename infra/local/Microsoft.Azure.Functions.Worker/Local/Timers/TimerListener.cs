using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>Keeps one clock for every timer function. Every host has its own: what must run once among several takes a lock.</summary>
internal sealed class TimerListener(IReadOnlyList<LocalFunction> functions, IServiceProvider services) : IHostedService
{
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(
            from function in functions
            where function.Trigger is TimerBinding
            select ActivatorUtilities.CreateInstance<TimerLoop>(services, function, (TimerBinding)function.Trigger).RunAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _running.WaitAsync(cancellationToken);
}
