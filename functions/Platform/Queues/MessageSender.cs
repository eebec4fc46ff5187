using System.Collections.Concurrent;
using Azure.Storage.Queues;

namespace Alleviation.Functions.Platform.Queues;

public sealed class MessageSender(QueueServiceClient service, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SpareMessages> _queues = new(StringComparer.Ordinal);

    /// <param name="after">How long the message stays invisible.</param>
    /// <remarks>Kept for ever: a message that expired would be a lost step.</remarks>
    public Task<SentMessage> SendAsync<T>(T message, TimeSpan? after, CancellationToken cancellationToken)
        where T : IMessage => SendTextAsync(T.Queue, Pointer.Write(message, clock.GetUtcNow() + after), after, cancellationToken);

    public Task<SentMessage> SendAsync<T>(T message, CancellationToken cancellationToken)
        where T : IMessage => SendAsync(message, after: null, cancellationToken);

    /// <summary>A text as it stands: for the replay of a message that was put aside.</summary>
    public async Task<SentMessage> SendTextAsync(string queue, string text, TimeSpan? after, CancellationToken cancellationToken)
    {
        var spares = SparesOf(queue);
        if (after is { } wait && await spares.TryUseAsync(text, wait, cancellationToken) is { } used)
        {
            return used;
        }
        var sentAt = TimeProvider.System.GetTimestamp();
        var receipt = await spares.Queue.SendMessageAsync(text, after, Forever, cancellationToken);
        return new SentMessage(queue, receipt.Value.MessageId, receipt.Value.PopReceipt, after ?? TimeSpan.Zero, sentAt, sentAt);
    }

    /// <summary>Takes back a message whose work is done. Where somebody has received it, it is handled and finds nothing to do.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="isNextNear">Somebody is about to send one that waits too: it is kept for that one, and removed if none comes.</param>
    public Task TakeBackAsync(SentMessage sent, bool isNextNear)
    {
        var spares = SparesOf(sent.Queue);
        return isNextNear && spares.TryKeep(sent) ? Task.CompletedTask : spares.RemoveAsync(sent);
    }

    private SpareMessages SparesOf(string queue) => _queues.GetOrAdd(queue, name => new SpareMessages(service.GetQueueClient(name)));

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
}

/// <summary>A message as the queue has taken it.</summary>
/// <param name="After">How long after it was sent it comes.</param>
/// <param name="SentAt">Timestamp of this process at which it got its text.</param>
/// <param name="FirstSentAt">The same for the first text that it had.</param>
public sealed record SentMessage(string Queue, string Id, string PopReceipt, TimeSpan After, long SentAt, long FirstSentAt);
