using System.Collections.Concurrent;
using Alleviation.Functions.Platform.Http;
using Azure;
using Azure.Storage.Queues;

namespace Alleviation.Functions.Platform.Queues;

public sealed class MessageSender(QueueServiceClient service, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, QueueClient> _queues = new(StringComparer.Ordinal);

    /// <param name="after">How long the message stays invisible.</param>
    /// <remarks>Kept for ever: a message that expired would be a lost step.</remarks>
    public Task<SentMessage> SendAsync<T>(T message, TimeSpan? after, CancellationToken cancellationToken)
        where T : IMessage => SendTextAsync(T.Queue, Pointer.Write(message, clock.GetUtcNow() + after), after, cancellationToken);

    public Task<SentMessage> SendAsync<T>(T message, CancellationToken cancellationToken)
        where T : IMessage => SendAsync(message, after: null, cancellationToken);

    /// <summary>A text as it stands: for the replay of a message that was put aside.</summary>
    public async Task<SentMessage> SendTextAsync(string queue, string text, TimeSpan? after, CancellationToken cancellationToken)
    {
        var receipt = await _queues.GetOrAdd(queue, service.GetQueueClient).SendMessageAsync(text, after, Forever, cancellationToken);
        return new SentMessage(queue, receipt.Value.MessageId, receipt.Value.PopReceipt);
    }

    /// <summary>
    /// Removes a message whose work is done. Where that fails, or somebody has received it, it is handled and finds nothing to do.
    /// </summary>
    public async Task TakeBackAsync(SentMessage sent)
    {
        try
        {
            await _queues.GetOrAdd(sent.Queue, service.GetQueueClient).DeleteMessageAsync(sent.Id, sent.PopReceipt, CancellationToken.None);
        }
        catch (Exception fault) when (fault is RequestFailedException || StorageFault.IsOne(fault))
        {
            // It is not needed, and does no harm.
        }
    }

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
}

/// <summary>A message as the queue has taken it.</summary>
public sealed record SentMessage(string Queue, string Id, string PopReceipt);
