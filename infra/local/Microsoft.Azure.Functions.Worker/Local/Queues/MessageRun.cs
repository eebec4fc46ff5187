using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Runs the function for one message and settles the message by the outcome.</summary>
internal sealed class MessageRun(
    LocalFunction function, MessageQueue queue, ScopedExecutor executor, HostSettings host, Drain drain, ILogger log)
{
    private readonly string _reason = $"New queue message detected on '{queue.Name}'.";

    public async Task RunAsync(ReceivedMessage message)
    {
        try
        {
            if (IsSpent(message.Raw.DequeueCount - 1))
            {
                // Failed the last time without a word, for instance because the host was killed.
                await PoisonAsync(message, message.Raw.PopReceipt);
                return;
            }

            using var lease = new MessageLease(queue, message, host.Queues.Lease, log);
            lease.Begin();
            var thrown = await executor.RunAsync(function, message, message.BindingData, _reason);
            await SettleAsync(message, await lease.EndAsync(), thrown);
        }
#pragma warning disable CA1031 // The message comes back by itself.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.CannotSettle(fault, message.Raw.MessageId, queue.Name);
        }
    }

    private Task SettleAsync(ReceivedMessage message, string receipt, Exception? thrown) => thrown switch
    {
        null => queue.DeleteAsync(message, receipt, CancellationToken.None),
        // Not the message's fault: the next host may have it at once.
        OperationCanceledException when drain.Abandoned.IsCancellationRequested => queue.ReleaseAsync(message, receipt, TimeSpan.Zero, CancellationToken.None),
        _ when IsSpent(message.Raw.DequeueCount) => PoisonAsync(message, receipt),
        _ => queue.ReleaseAsync(message, receipt, host.Queues.VisibilityTimeout, CancellationToken.None),
    };

    private bool IsSpent(long tries) => queue.PoisonName is not null && tries >= host.Queues.MaxDequeueCount;

    private Task PoisonAsync(ReceivedMessage message, string receipt)
    {
        log.Poisoned(message.Raw.MessageId, host.Queues.MaxDequeueCount, queue.PoisonName!);
        return queue.PoisonAsync(message, receipt, CancellationToken.None);
    }
}
