using System.Collections.Concurrent;
using Alleviation.Functions.Platform.Http;
using Azure;
using Azure.Storage.Queues;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>
/// Messages of one queue that were sent for the case that a host dies, and whose work is done before they come. At a busy time the next one
/// is about to be sent: instead of one call that removes a message and another that sends one, the message that stands there takes
/// the next one's text. Where the host dies, a spare message comes and finds its work done. Times are real ones, as the queue's are.
/// </summary>
internal sealed class SpareMessages(QueueClient queue)
{
    /// <summary>For so long a message waits for the next text; then it is removed.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMilliseconds(200);

    /// <summary>So long before it comes a message is not used any more: a call takes its time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>A message that comes after all seems to have waited since it was first sent, so it is not used for ever.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<Spare> _spares = new();

    public QueueClient Queue => queue;

    /// <returns>The message with its new text; null where there is none: then one has to be sent.</returns>
    /// <exception cref="RequestFailedException">Nobody knows whether it has the new text.</exception>
    public async Task<SentMessage?> TryUseAsync(string text, TimeSpan after, CancellationToken cancellationToken)
    {
        while (_spares.TryDequeue(out var spare))
        {
            if (!spare.TryTake())
            {
                continue;
            }
            try
            {
                var sentAt = TimeProvider.System.GetTimestamp();
                var receipt = await queue.UpdateMessageAsync(spare.Message.Id, spare.Message.PopReceipt, text, after, cancellationToken);
                return spare.Message with { PopReceipt = receipt.Value.PopReceipt, SentAt = sentAt, After = after };
            }
            catch (RequestFailedException gone) when (gone.Status is 400 or 404)
            {
                // It has come, or was changed by a try whose answer was lost.
            }
        }
        return null;
    }

    /// <summary>Keeps a message whose work is done for the next text; it is removed where none comes soon.</summary>
    /// <returns>False where it will come too soon to be kept.</returns>
    public bool TryKeep(SentMessage message)
    {
        if (
            TimeProvider.System.GetElapsedTime(message.SentAt) + Kept + Margin >= message.After
            || TimeProvider.System.GetElapsedTime(message.FirstSentAt) >= Oldest
        )
        {
            return false;
        }
        var spare = new Spare(message);
        _spares.Enqueue(spare);
        // It is the work of nobody's call.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => RemoveUnusedAsync(spare));
        }
        return true;
    }

    private async Task RemoveUnusedAsync(Spare spare)
    {
        await Task.Delay(Kept);
        if (spare.TryTake())
        {
            await RemoveAsync(spare.Message);
        }
    }

    /// <summary>
    /// Removes a message whose work is done. Where that fails, or somebody has received it, it is handled and finds nothing to do.
    /// </summary>
    public async Task RemoveAsync(SentMessage message)
    {
        try
        {
            await queue.DeleteMessageAsync(message.Id, message.PopReceipt, CancellationToken.None);
        }
        catch (Exception fault) when (fault is RequestFailedException || StorageFault.IsOne(fault))
        {
            // It is not needed, and does no harm.
        }
    }

    private sealed class Spare(SentMessage message)
    {
        private int _isTaken;

        public SentMessage Message => message;

        /// <returns>False where it was taken before.</returns>
        public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;
    }
}
