using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Takes messages from one queue for one function, as many at a time as host.json allows.</summary>
internal sealed class QueuePoller(MessageQueue queue, MessageRun run, QueueSettings settings, Drain drain, ILogger log)
{
    private readonly InFlight _inFlight = new();
    private readonly PollingPause _pause = new(settings.MaxPollingInterval);

    /// <summary>Ends when the host stops and no message is under way any more.</summary>
    public async Task RunAsync()
    {
        while (!drain.Stopping.IsCancellationRequested)
        {
            await _inFlight.AtMostAsync(settings.NewBatchThreshold, drain.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (drain.Stopping.IsCancellationRequested) { break; }
            // As Azure's host does: where there was a message there may be another, and only an empty queue is left alone for a while.
            if (await TakeBatchAsync() > 0) { continue; }
            await Task.Delay(_pause.Next(), drain.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _inFlight.AtMostAsync(0, CancellationToken.None);
    }

    private async Task<int> TakeBatchAsync()
    {
        try
        {
            // Not cancelled by the stop: messages already on their way here would stay hidden until their lease ends.
            var messages = await queue.ReceiveAsync(drain.Abandoned);
            if (messages.Count > 0) { _pause.Reset(); }
            foreach (var message in messages)
            {
                _inFlight.Begin();
                _ = Task.Run(() => HandleAsync(message));
            }

            return messages.Count;
        }
#pragma warning disable CA1031 // Whatever the storage throws, the queue is there to be read when it is well again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (!drain.Abandoned.IsCancellationRequested) { log.CannotReceive(fault, queue.Name); }
            return 0;
        }
    }

    private async Task HandleAsync(ReceivedMessage message)
    {
        try
        {
            await run.RunAsync(message);
        }
        finally
        {
            _inFlight.End();
        }
    }
}
