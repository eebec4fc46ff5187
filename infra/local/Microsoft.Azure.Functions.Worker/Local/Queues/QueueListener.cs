using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Keeps a poller for every queue function.</summary>
internal sealed class QueueListener(
    IReadOnlyList<LocalFunction> functions,
    QueueConnections connections,
    ScopedExecutor executor,
    HostSettings host,
    Drain drain,
    ILoggerFactory loggers) : IHostedService
{
    private readonly ILogger _log = loggers.CreateLogger("Host.Queues");
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var pollers = functions.Where(function => function.Trigger is QueueBinding).Select(PollerFor).ToList();
        _running = Task.WhenAll(pollers.Select(poller => Task.Run(poller.RunAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _running.WaitAsync(cancellationToken);

    private QueuePoller PollerFor(LocalFunction function)
    {
        var queue = new MessageQueue((QueueBinding)function.Trigger, connections, host.Queues, _log);
        queue.Open();
        return new QueuePoller(queue, new MessageRun(function, queue, executor, host, drain, _log), host.Queues, drain, _log);
    }
}
