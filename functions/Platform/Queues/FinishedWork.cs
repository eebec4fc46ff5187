using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>
/// Says of a message that was put aside whether its work has been done after all: by another delivery of it that came to its end, or by a
/// later message that does at least as much.
/// </summary>
/// <param name="IsDoneAsync">
/// Takes the message's text and when it was put aside. False where nobody can tell. Throws where the text is not of the queue.
/// </param>
public sealed record FinishedWork(string Queue, Func<string, DateTimeOffset, CancellationToken, Task<bool>> IsDoneAsync);

public static class FinishedWorkSetup
{
    public static IServiceCollection AddFinishedWork<TMessage, THandler>(
        this IServiceCollection services,
        Func<THandler, TMessage, DateTimeOffset, CancellationToken, Task<bool>> isDone
    )
        where TMessage : IMessage
        where THandler : notnull =>
        services.AddSingleton(provider => new FinishedWork(
            TMessage.Queue,
            (text, since, cancellationToken) =>
                isDone(provider.GetRequiredService<THandler>(), Pointer.Read<TMessage>(text), since, cancellationToken)
        ));
}
