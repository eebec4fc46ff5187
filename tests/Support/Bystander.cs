using Alleviation.Functions.Access;
using Alleviation.Functions.Platform;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Support;

/// <summary>
/// The service's own parts on the same storage and the same keys, not started: to prepare and to look without the service.
/// </summary>
public sealed class Bystander : IDisposable
{
    private readonly IHost _host;

    public Bystander(StorageAccount storage, string keyFile, IReadOnlyDictionary<string, string>? settings = null)
    {
        Storage = storage;
        var builder = Functions.Program.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(
            settings?.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)) ?? []
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.ConnectionString, ["Keys:File"] = keyFile }
        );
        // Its worker is never started, and yet wants to know where to.
        builder.Configuration["Functions:Worker:HostEndpoint"] = "http://127.0.0.1:1";
        builder.Logging.ClearProviders();
        _host = builder.Build();
    }

    public StorageAccount Storage { get; }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Tables and queues, before the service's first start.</summary>
    public async Task PrepareStorageAsync()
    {
        foreach (
            var creation in _host
                .Services.GetServices<IHostedService>()
                .OfType<BeforeStart>()
                .Where(service => service is TableCreation or QueueCreation)
        )
        {
            await creation.StartingAsync(CancellationToken.None);
        }
    }

    /// <summary>A token of a new health worker of the regions.</summary>
    public async Task<string> HealthWorkerTokenAsync(params string[] regions)
    {
        var account = await Get<AddAccountHandler>()
            .HandleAsync(
                new AddAccountRequest(
                    $"worker-{Guid.NewGuid():N}"[..20],
                    "示例",
                    Role.HealthWorker,
                    regions,
                    null,
                    "a-long-enough-pass-phrase"
                ),
                CancellationToken.None
            );
        return Get<AccountTokens>().Issue(account!).Token;
    }

    public void Dispose() => _host.Dispose();
}
