namespace Alleviation.LocalHost;

/// <summary>What a killed host's messages wait for: the real host has no such setting, it takes ten minutes.</summary>
internal sealed record QueueAccount(QueueServiceClient Client, TimeSpan Lease);

/// <summary>Takes messages from each function's queue, as many at a time as host.json allows.</summary>
internal sealed class QueueListener(
    IReadOnlyList<LocalFunction> functions,
    QueueAccount account,
    HostJson host,
    Invocations invocations,
    Workers workers,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggers
) : IHostedService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private readonly HostJson.QueuesJson _settings = host.Extensions.Queues;
    private readonly ILogger _log = loggers.CreateLogger("Host.Queues");
    private readonly CancellationToken _stopping = lifetime.ApplicationStopping;
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var listened = functions.Where(function => function.Trigger.Type is "queueTrigger");
        _running = Task.WhenAll(listened.Select(function => Task.Run(() => ListenAsync(function), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _running.WaitAsync(cancellationToken);

    // Ends when the host stops and no message is under way any more.
    private async Task ListenAsync(LocalFunction function)
    {
        var queue = account.Client.GetQueueClient(function.Trigger.QueueName);
        var underWay = new List<Task>();
        var pause = FirstPause;
        while (await workers.CurrentOrNoneAsync(_stopping) is { } worker)
        {
            underWay.RemoveAll(task => task.IsCompleted);
            if (underWay.Count > _settings.NewBatchThreshold)
            {
                await ((Task)Task.WhenAny(underWay)).WaitAsync(_stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            var messages = await ReceiveAsync(queue);
            underWay.AddRange(messages.Select(message => Task.Run(() => HandleAsync(function, queue, message, worker))));
            // As the real host does: where there was a message there may be another, and only an empty queue is left alone for a while.
            pause = messages.Length > 0 ? FirstPause : pause;
            if (messages.Length > 0)
            {
                continue;
            }
            await Task.Delay(pause, _stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < _settings.MaxPollingInterval ? pause * 2 : _settings.MaxPollingInterval;
        }

        await Task.WhenAll(underWay);
    }

    private async Task<QueueMessage[]> ReceiveAsync(QueueClient queue)
    {
        try
        {
            // Not cancelled by the stop: messages already on their way here would stay hidden until their lease ends.
            return await queue.ReceiveMessagesAsync(_settings.BatchSize, account.Lease, invocations.Abandoned);
        }
        // Whatever the storage throws, the queue is there to be read when it is well again.
        catch (Exception fault)
        {
            var isMissing = (fault as RequestFailedException)?.ErrorCode == QueueErrorCode.QueueNotFound;
            if (!isMissing)
            {
                _log.QueueFault(fault, queue.Name, "receiving", null);
            }
            return [];
        }
    }

    private async Task HandleAsync(LocalFunction function, QueueClient queue, QueueMessage message, LiveWorker worker)
    {
        try
        {
            using var taken = new TakenMessage(account, queue, message, _settings, _log);
            if (taken.IsSpentAt(message.DequeueCount - 1))
            {
                // Failed the last time without a word, for instance because the host was killed.
                await taken.PoisonAsync();
                return;
            }

            taken.KeepLease();
            var (input, end) = (taken.Input(function.Trigger.TakesText), InvocationEnd.Failed);
            if (input is not null)
            {
                var reason = $"New queue message detected on '{queue.Name}'.";
                end = await invocations.RunAsync(function, Invocations.Request(function, input), reason, worker, CancellationToken.None);
            }

            await taken.SettleAsync(end);
        }
        // The message comes back by itself.
        catch (Exception fault)
        {
            _log.QueueFault(fault, queue.Name, "settling", message.MessageId);
        }
    }
}
