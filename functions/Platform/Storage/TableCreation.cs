using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Functions.Platform.Storage;

public sealed record RequiredTable(string Name);

/// <summary>Creates what is missing before the first message is taken or the first request answered.</summary>
public sealed class TableCreation(TableServiceClient service, IEnumerable<RequiredTable> tables) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(tables.Select(table => service.CreateTableIfNotExistsAsync(table.Name, cancellationToken)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
