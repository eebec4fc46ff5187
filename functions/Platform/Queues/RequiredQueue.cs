using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>A queue that has to be there before the first message is sent.</summary>
public sealed record RequiredQueue(string Name);

/// <summary>Creates the queues that are missing before anything else starts.</summary>
public sealed class QueueCreation(QueueServiceClient service, IEnumerable<RequiredQueue> queues) : BeforeStart
{
    public override Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            queues.Select(queue => service.GetQueueClient(queue.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken))
        );
}

public static class QueueSetup
{
    /// <summary>
    /// What the host appends to a queue's name for the messages that it puts aside. A listener of a queue that is not there warns at every
    /// look.
    /// </summary>
    public const string PoisonSuffix = "-poison";

    public static IServiceCollection AddQueues(this IServiceCollection services) =>
        services.AddSingleton<MessageSender>().AddHostedService<QueueCreation>();

    public static IServiceCollection AddQueueOf<T>(this IServiceCollection services)
        where T : IMessage => services.AddSingleton(new RequiredQueue(T.Queue)).AddSingleton(new RequiredQueue(T.Queue + PoisonSuffix));
}
