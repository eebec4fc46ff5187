using Alleviation.Functions.Platform.Telemetry;
using Azure.Storage.Queues.Models;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>One delivery of a message.</summary>
/// <param name="IsLast">After another failure the host puts the message aside.</param>
public sealed record Delivery<T>(T Message, bool IsLast)
    where T : IMessage;

/// <summary>
/// Hands a message to its handler, as a part of the trace that sent it, and keeps the reason of the failure that puts it aside: the
/// poison message alone has none.
/// </summary>
public sealed class Deliveries(IFailures failures, Timings timings)
{
    /// <summary>
    /// host.json's <c>maxDequeueCount</c>: after so many failures the host puts a message aside. A test holds the two together.
    /// </summary>
    public const int MaxDequeueCount = 8;

    public async Task HandleAsync<T>(QueueMessage message, Func<Delivery<T>, Task> handle, CancellationToken cancellationToken)
        where T : IMessage
    {
        var (text, isLast) = (message.Body.ToString(), message.DequeueCount >= MaxDequeueCount);
        using var activity = Traces.Handle(T.Queue, T.Name, Pointer.TraceOf(text), message.DequeueCount);
        try
        {
            await handle(new Delivery<T>(Pointer.Read<T>(text), isLast));
            if (message.InsertedOn is { } inserted)
            {
                timings.Done(T.Queue, Pointer.WaitsSince(text, inserted));
            }
        }
        catch (Exception failure)
        {
            activity?.Fail(failure);
            if (isLast && failure is not OperationCanceledException)
            {
                await failures.NoteAsync(T.Queue, text, failure, cancellationToken);
            }

            throw;
        }
    }
}

/// <summary>Where the reasons of last failures are kept.</summary>
public interface IFailures
{
    Task NoteAsync(string queue, string text, Exception failure, CancellationToken cancellationToken);
}
