using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Net;
using System.Text.Json;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Service;

/// <summary>The service, Release build, as a process of its own.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static int _starts;
    private readonly Process _process;
    private readonly string _pipe;

    private ServiceProcess(Process process, Uri address, string pipe) => (_process, Address, _pipe) = (process, address, pipe);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first 200 of /api/health/ready.</summary>
    public TimeSpan ReadyAfter { get; private init; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that was resident at a time, in bytes.</summary>
    public long PeakMemory => StatusBytes("VmHWM:");

    public long Memory => StatusBytes("VmRSS:");

    /// <param name="isQuick">Looks at its queues without long pauses, for a run that waits for one household at a time.</param>
    /// <param name="isCounted">Whether the hook that tells the counts is there; without it the start is the service's own.</param>
    public static async Task<ServiceProcess> StartAsync(EmulatorAccount account, RunFolder folder, CancellationToken cancellationToken, bool isCounted = true, bool isQuick = false)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/"));
        var number = ++_starts;
        var pipe = $"alleviation-load-{Environment.ProcessId}-{number}";
        // Its log goes to a file, as it does in service; a pipe would have this process read every line.
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec dotnet \"$0\" \"$@\" >\"$ALLEVIATION_LOAD_LOG\" 2>&1", Paths.Service, "--urls", address.ToString() },
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
            start.Environment[StartupHook.PipeVariable] = pipe;
        }

        if (isQuick) { start.Environment["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.050"; }
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new LoadException("The service did not start.");
        Leftovers.KillAtExit(process);
        await Answering.UntilAsync(new Uri(address, "api/health/ready"), status => status is HttpStatusCode.OK, process, cancellationToken);
        return new ServiceProcess(process, address, pipe) { ReadyAfter = Stopwatch.GetElapsedTime(started) };
    }

    public async Task<ServiceCounts> CountsAsync(CancellationToken cancellationToken)
    {
        await using var stream = new NamedPipeClientStream(".", _pipe, PipeDirection.In, PipeOptions.Asynchronous);
        await stream.ConnectAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<ServiceCounts>(stream, cancellationToken: cancellationToken) ?? throw new LoadException("The service told no counts.");
    }

    /// <summary>Stops it where it stands, so that it takes nothing from others.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ContinueAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await SignalAsync("CONT");
        await SignalAsync("TERM");
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private long StatusBytes(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }
}
