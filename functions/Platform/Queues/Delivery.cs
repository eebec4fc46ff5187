using Azure.Storage.Queues.Models;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>One delivery of a message.</summary>
/// <param name="IsLast">After another failure the host puts the message aside.</param>
public sealed record Delivery<T>(T Message, bool IsLast)
    where T : IMessage;

/// <summary>Hands a message to its handler, and keeps the reason of the failure that puts it aside: the poison message alone has none.</summary>
public sealed class Deliveries(IFailures failures)
{
    /// <summary>host.json's <c>maxDequeueCount</c>: after so many failures the host puts a message aside. A test holds the two together.</summary>
    public const int MaximumDequeueCount = 8;

    public async Task HandleAsync<T>(QueueMessage message, Func<Delivery<T>, Task> handle, CancellationToken cancellationToken)
        where T : IMessage
    {
        var isLast = message.DequeueCount >= MaximumDequeueCount;
        try
        {
            await handle(new Delivery<T>(Pointer.Read<T>(message.Body.ToString()), isLast));
        }
        catch (Exception failure) when (isLast && failure is not OperationCanceledException)
        {
            await failures.NoteAsync(T.Queue, message.Body.ToString(), failure, cancellationToken);
            throw;
        }
    }
}

/// <summary>Where the reasons of last failures are kept.</summary>
public interface IFailures
{
    Task NoteAsync(string queue, string text, Exception failure, CancellationToken cancellationToken);
}
