using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>A queue that has to be there before the first message is sent.</summary>
public sealed record RequiredQueue(string Name);

/// <summary>Creates the queues that are missing before anything else starts.</summary>
public sealed class QueueCreation(QueueServiceClient service, IEnumerable<RequiredQueue> queues) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(queues.Select(queue => service.GetQueueClient(queue.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class QueueSetup
{
    public static IServiceCollection AddQueues(this IServiceCollection services) =>
        services.AddSingleton<MessageSender>().AddHostedService<QueueCreation>();

    public static IServiceCollection AddQueueOf<T>(this IServiceCollection services)
        where T : IMessage => services.AddSingleton(new RequiredQueue(T.Queue));
}
