using System.Collections.Concurrent;
using Azure.Storage.Queues;

namespace Alleviation.Functions.Platform.Queues;

public sealed class MessageSender(QueueServiceClient service, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, QueueClient> _queues = new(StringComparer.Ordinal);

    /// <param name="after">How long the message stays invisible.</param>
    /// <remarks>Kept for ever: a message that expired would be a lost step.</remarks>
    public Task SendAsync<T>(T message, TimeSpan? after, CancellationToken cancellationToken)
        where T : IMessage => SendTextAsync(T.Queue, Pointer.Write(message, clock.GetUtcNow() + after), after, cancellationToken);

    public Task SendAsync<T>(T message, CancellationToken cancellationToken)
        where T : IMessage => SendAsync(message, after: null, cancellationToken);

    /// <summary>A text as it stands: for the replay of a message that was put aside.</summary>
    public Task SendTextAsync(string queue, string text, TimeSpan? after, CancellationToken cancellationToken) =>
        _queues.GetOrAdd(queue, service.GetQueueClient).SendMessageAsync(text, after, Forever, cancellationToken);

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
}
