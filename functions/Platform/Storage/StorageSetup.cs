using Alleviation.Functions.Platform.Telemetry;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Platform.Storage;

public static class StorageSetup
{
    private const string Connection = "AzureWebJobsStorage";

    /// <summary>
    /// The clients of the account named by <c>AzureWebJobsStorage</c>, a connection string, or addresses to be used with the app's
    /// identity.
    /// </summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddMetrics();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<ServiceMeter>();
        builder.Services.AddSingleton<StorageCalls>();
        builder.Services.AddSingleton(Tables);
        builder.Services.AddSingleton(Queues);
        builder.Services.AddHostedService<TableCreation>();
        return builder;
    }

    /// <summary>A table that has to be there before the first call; created at start.</summary>
    public static IServiceCollection AddTable(this IServiceCollection services, string name) =>
        services.AddSingleton(new RequiredTable(name));

    private static TableServiceClient Tables(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var options = Configured(new TableClientOptions(), services);
        return configuration[Connection] is { Length: > 0 } connectionString
            ? new TableServiceClient(connectionString, options)
            : new TableServiceClient(Address(configuration, "tableServiceUri"), new DefaultAzureCredential(), options);
    }

    private static QueueServiceClient Queues(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var options = Configured(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, services);
        return configuration[Connection] is { Length: > 0 } connectionString
            ? new QueueServiceClient(connectionString, options)
            : new QueueServiceClient(Address(configuration, "queueServiceUri"), new DefaultAzureCredential(), options);
    }

    private static T Configured<T>(T options, IServiceProvider services)
        where T : ClientOptions
    {
        var settings = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        options.Retry.NetworkTimeout = settings.NetworkTimeout;
        options.Retry.MaxRetries = settings.Retries;
        options.Retry.Delay = settings.RetryDelay;
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsLoggingEnabled = false;
        options.AddPolicy(services.GetRequiredService<StorageCalls>(), HttpPipelinePosition.PerRetry);
        return options;
    }

    private static Uri Address(IConfiguration configuration, string key) =>
        new(
            configuration[$"{Connection}:{key}"]
                ?? throw new InvalidOperationException($"Neither {Connection} nor {Connection}:{key} is set.")
        );
}
