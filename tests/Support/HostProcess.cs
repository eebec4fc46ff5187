using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Alleviation.Tests.Support;

/// <summary>The service as a process of its own, as people run it, which a test can kill and start again at the same address.</summary>
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
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Alleviation.Functions.dll"), "--urls", Address.ToString() },
            // It lives for seconds: nothing that the runtime learns of it would pay.
            Environment = { ["AzureWebJobsStorage"] = storage.ConnectionString, ["Keys__File"] = keyFile, ["DOTNET_TieredPGO"] = "0" },
        };
        foreach (var (name, value) in settings) { _start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value; }
        _process = Begin();
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public Uri Address { get; }

    /// <summary>What it said last, to be shown where a test fails.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lines);

    public static HostProcess Start(StorageAccount storage, string keyFile, IReadOnlyDictionary<string, string> settings) => new(storage, keyFile, settings);

    /// <summary>SIGKILL, and at once another process: nothing is drained, nothing said.</summary>
    public async Task CrashAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
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
        if (line is null) { return; }
        _lines.Enqueue(line);
        if (_lines.Count > LinesKept) { _lines.TryDequeue(out _); }
    }

    private void OnExit(object? sender, EventArgs e) => _process.Kill();
}
