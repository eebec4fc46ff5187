using Alleviation.LocalHost;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Alleviation.Demo.Year;

/// <summary>The published service under the local host, on the storage of ./run.sh, with the moved clock.</summary>
internal sealed class YearService : IMovedService
{
    private readonly LocalFunctionsHost _host;
    private readonly MovedClock _clock;
    private readonly QueueServiceClient _queues;

    private YearService(LocalFunctionsHost host, MovedClock clock, string storage) =>
        (_host, _clock, _queues) = (host, clock, new QueueServiceClient(storage));

    public Uri Address => _host.Address;

    /// <param name="app">The folder of the published app.</param>
    /// <param name="clockFile">Is made; a fresh one says the real time.</param>
    public static async Task<YearService> StartAsync(string app, string clockFile, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var storage =
            Environment.GetEnvironmentVariable("AzureWebJobsStorage") ?? throw new DemoException("AzureWebJobsStorage is missing.");
        var clock = new MovedClock(clockFile);
        clock.MoveTo(from);
        // For the worker, which is started with this process's environment.
        Environment.SetEnvironmentVariable(MovedClock.FileSetting, clockFile);
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", typeof(YearService).Assembly.Location);
        foreach (var (name, value) in YearSettings.All)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
        try
        {
            var host = await LocalFunctionsHost.StartAsync(
                new LocalHostOptions(new WorkerProcess(app))
                {
                    Arguments = ["--urls", "http://127.0.0.1:0"],
                    Clock = clock,
                    Logging = logging => logging.SetMinimumLevel(LogLevel.None),
                },
                cancellationToken
            );
            return new YearService(host, clock, storage);
        }
        catch
        {
            clock.Dispose();
            throw;
        }
    }

    public void MoveTo(DateTimeOffset moment) => _clock.MoveTo(moment);

    public async Task FireAsync(string timerFunction)
    {
        if (!await _host.FireAsync(timerFunction))
        {
            throw new DemoException($"{timerFunction} failed.");
        }
    }

    public Task SettledAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken) =>
        _queues.SettledAsync(queues, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _clock.Dispose();
    }
}
