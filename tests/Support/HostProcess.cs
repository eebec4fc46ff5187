using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Alleviation.Tests.Support;

/// <summary>
/// The local host and the service's worker as processes of their own, as people run them; a test can kill either of them.
/// </summary>
public sealed class HostProcess : IDisposable
{
    private const int LinesKept = 40;
    private readonly ProcessStartInfo _start;
    private readonly ConcurrentQueue<string> _lines = new();
    private Process _process;

    private HostProcess(StorageAccount storage, string keyFile, IReadOnlyDictionary<string, string> settings)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));
        _start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Alleviation.LocalHost.dll"),
                "--app",
                AppFolder,
                "--urls",
                Address.ToString(),
            },
            // It lives for seconds: nothing that the runtime learns of it would pay.
            Environment =
            {
                ["AzureWebJobsStorage"] = storage.ConnectionString,
                ["Keys__File"] = keyFile,
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        foreach (var (name, value) in settings)
        {
            _start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        _process = Begin();
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>The service as it was built, with everything that is published with it.</summary>
    public static string AppFolder { get; } = Repository.PathOf("functions", "bin", Configuration, "net10.0");

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>The worker's process; null while there is none.</summary>
    public int? WorkerId =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Select(name => int.TryParse(name, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == Id)
            .Select(id => (int?)id)
            .FirstOrDefault();

    /// <summary>What it said last, to be shown where a test fails.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lines);

    public static HostProcess Start(StorageAccount storage, string keyFile, IReadOnlyDictionary<string, string> settings) =>
        new(storage, keyFile, settings);

    /// <summary>SIGKILL to the worker alone, which its host has to notice.</summary>
    public async Task CrashWorkerAsync()
    {
        if (WorkerId is not { } id)
        {
            return;
        }
        try
        {
            using var worker = Process.GetProcessById(id);
            worker.Kill();
            await worker.WaitForExitAsync();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // Ended by itself meanwhile.
        }
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public static bool IsAlive(int id) => ParentOf(id) is not null;

    /// <summary>SIGKILL to the host, and at once another process: nothing is drained, nothing said.</summary>
    public async Task CrashAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = Begin();
    }

    /// <summary>As whoever watches over services does: a host whose first worker is killed before it is ready ends and says so.</summary>
    public void StartAgainIfEnded()
    {
        if (!_process.HasExited)
        {
            return;
        }
        _process.Dispose();
        _process = Begin();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    // Null when the process is gone, also when nobody has asked yet how it ended.
    private static int? ParentOf(int id)
    {
        try
        {
            // After the name, which may hold anything: state and parent.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Process Begin()
    {
        var process = Process.Start(_start) ?? throw new InvalidOperationException("The service did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }
        _lines.Enqueue(line);
        if (_lines.Count > LinesKept)
        {
            _lines.TryDequeue(out _);
        }
    }

    private void OnExit(object? sender, EventArgs e) => _process.Kill();
}
