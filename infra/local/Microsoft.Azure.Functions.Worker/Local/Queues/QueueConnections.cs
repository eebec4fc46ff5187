using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Finds the storage account that a trigger's <c>Connection</c> names.</summary>
internal sealed class QueueConnections(IConfiguration settings, IServiceProvider services)
{
    public const string Default = "AzureWebJobsStorage";

    /// <summary>The application's own client, if it has one: then what it counts, retries or breaks holds for the host's calls, too.</summary>
    public QueueServiceClient? OfApplication(string connection) => connection == Default ? services.GetService<QueueServiceClient>() : null;

    /// <summary>A client that leaves the text of a message as it is.</summary>
    /// <exception cref="InvalidOperationException">There is no such setting.</exception>
    public QueueServiceClient OfHost(string connection)
    {
        if (Setting(connection) is { Length: > 0 } connectionString) { return new QueueServiceClient(connectionString, Options()); }
        var endpoint = Setting($"{connection}:queueServiceUri")
            ?? (Setting($"{connection}:accountName") is { } account ? $"https://{account}.queue.core.windows.net" : null)
            ?? throw new InvalidOperationException($"The host does not start: neither '{connection}' nor '{connection}:queueServiceUri' is set.");
        return new QueueServiceClient(new Uri(endpoint), new DefaultAzureCredential(), Options());
    }

    private string? Setting(string name) => settings[$"AzureWebJobs{name}"] ?? settings[name] ?? settings.GetConnectionString(name);

    private static QueueClientOptions Options() => new()
    {
        MessageEncoding = QueueMessageEncoding.None,
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(30) },
    };
}
