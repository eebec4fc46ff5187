using System.Diagnostics;
using System.Globalization;
using System.Net;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Service;

/// <summary>The service as people run it: the local host, and the worker that it has started, each a process.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static int _starts;

    private ServiceProcess(MeasuredProcess host, MeasuredProcess worker, Uri address) => (Host, Worker, Address) = (host, worker, address);

    public MeasuredProcess Host { get; }

    public MeasuredProcess Worker { get; }

    public Uri Address { get; }

    /// <summary>From the start of the host to the first 200 of /api/health/ready.</summary>
    public TimeSpan ReadyAfter { get; private init; }

    /// <summary>The most memory of the two, in bytes: each at its own time.</summary>
    public long PeakMemory => Host.PeakMemory + Worker.PeakMemory;

    /// <param name="isQuick">Looks at its queues without long pauses, for a run that waits for one household at a time.</param>
    /// <param name="coverageDelay">How long such a run's counts wait; by default longer than it lasts.</param>
    /// <param name="isCounted">Whether the hook that tells the counts is there; without it the start is the service's own.</param>
    public static async Task<ServiceProcess> StartAsync(
        EmulatorAccount account,
        RunFolder folder,
        CancellationToken cancellationToken,
        bool isCounted = true,
        bool isQuick = false,
        string coverageDelay = "00:10:00"
    )
    {
        if (!Directory.Exists(Paths.Service))
        {
            throw new LoadException("A Release build is measured: ./tests/load/run.sh");
        }
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/"));
        var number = ++_starts;
        var run = $"alleviation-load-{Environment.ProcessId}-{number}";
        // Its log goes to a file, as it does in service; a pipe would have this process read every line. On a processor of its own where
        // run.sh says so.
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList =
            {
                "-c",
                "exec ${SERVICE_PROCESSOR:+taskset -c \"$SERVICE_PROCESSOR\"} dotnet \"$0\" \"$@\" >\"$ALLEVIATION_LOAD_LOG\" 2>&1",
                Paths.Host,
                "--app",
                Paths.Service,
                "--urls",
                address.ToString(),
            },
            Environment =
            {
                ["ALLEVIATION_LOAD_LOG"] = folder.LogOf(number),
                ["AzureWebJobsStorage"] = account.ConnectionString,
                ["Keys__File"] = folder.KeyFile,
                ["Access__FirstOperator__UserName"] = ServiceClient.Operator,
                ["Access__FirstOperator__Password"] = ServiceClient.Password,
            },
        };
        if (isCounted)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServiceProcess).Assembly.Location;
            start.Environment[StartupHook.PipeVariable] = run;
            start.Environment[StartupHook.QueuePortVariable] = account.QueuePort.ToString(CultureInfo.InvariantCulture);
        }

        if (isQuick)
        {
            start.Environment["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.100";
            start.Environment["Coverage__Delay"] = start.Environment["Coverage__ParentDelay"] = coverageDelay;
        }
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new LoadException("The service did not start.");
        Leftovers.KillAtExit(process);
        await Answering.UntilAsync(new Uri(address, "api/health/ready"), status => status is HttpStatusCode.OK, process, cancellationToken);
        var readyAfter = Stopwatch.GetElapsedTime(started);
        var host = new MeasuredProcess(process, run);
        return new ServiceProcess(host, host.Child(), address) { ReadyAfter = readyAfter };
    }

    /// <summary>Stops both where they stand, so that they take nothing from others.</summary>
    public async Task PauseAsync()
    {
        await Host.SignalAsync("STOP");
        await Worker.SignalAsync("STOP");
    }

    public async Task ContinueAsync()
    {
        await Worker.SignalAsync("CONT");
        await Host.SignalAsync("CONT");
    }

    /// <summary>Asks the host alone to end: it lets its worker finish first.</summary>
    public async ValueTask DisposeAsync()
    {
        await ContinueAsync();
        await Host.SignalAsync("TERM");
        await Host.EndedAsync();
        await Worker.EndedAsync();
        Host.Dispose();
        Worker.Dispose();
    }
}
