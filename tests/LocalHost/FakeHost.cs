using Alleviation.LocalHost;
using Alleviation.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.LocalHost;

/// <summary>A local host around a worker that a test made up.</summary>
internal static class FakeHost
{
    // Most of these hosts read no queue, but none starts without an account.
    private static readonly Lazy<Task<StorageAccount>> Unused = new(Azurite.NewAccountAsync);

    public static async Task<LocalFunctionsHost> StartAsync(
        FakeWorker worker,
        StorageAccount? storage = null,
        TimeProvider? clock = null,
        ILoggerProvider? log = null,
        Dictionary<string, string?>? settings = null
    )
    {
        storage ??= await Unused.Value;
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.100",
        };
        return await LocalFunctionsHost.StartAsync(
            new LocalHostOptions(worker)
            {
                Arguments = ["--urls", "http://127.0.0.1:0"],
                Settings = all,
                Clock = clock ?? TimeProvider.System,
                Logging = logging =>
                {
                    if (log is not null)
                    {
                        logging.AddProvider(log);
                    }
                },
            },
            CancellationToken.None
        );
    }

    public static HttpClient Client(this LocalFunctionsHost host) => new() { BaseAddress = host.Address };
}
