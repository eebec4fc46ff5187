using System.Collections.Concurrent;

namespace Alleviation.Tests.Local.Host.Support;

/// <summary>What the sample functions write and the test reads, and the gate at which they wait for the test.</summary>
public sealed class Journal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _entries = new();
    private readonly SemaphoreSlim _gate = new(0);
    private readonly SemaphoreSlim _written = new(0);
    private int _running;

    public IReadOnlyList<string> Entries => [.. _entries];

    public int MostRunning { get; private set; }

    public void Write(string entry)
    {
        _entries.Enqueue(entry);
        _written.Release();
    }

    /// <summary>Waits, counted as running, until the test lets one go on.</summary>
    public async Task WaitAtGateAsync(CancellationToken cancellationToken = default)
    {
        lock (_entries) { MostRunning = Math.Max(MostRunning, ++_running); }
        Write("at gate");
        try
        {
            await _gate.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_entries) { _running--; }
        }
    }

    public void LetGoOn(int count) => _gate.Release(count);

    /// <summary>Until the functions have written so many entries.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync(int count)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (_entries.Count < count) { await _written.WaitAsync(timeout.Token); }
        return Entries;
    }

    public void Dispose()
    {
        _gate.Dispose();
        _written.Dispose();
    }
}
