using System.Diagnostics;
using System.Globalization;

namespace Alleviation.Load.Service;

/// <summary>One of the service's processes, seen from outside.</summary>
/// <param name="run">Under which it tells its counts.</param>
internal sealed class MeasuredProcess(Process process, string run) : IDisposable
{
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that was resident at a time, in bytes.</summary>
    public long PeakMemory => StatusBytes("VmHWM:");

    /// <summary>The memory that is resident, in bytes.</summary>
    public long Memory => StatusBytes("VmRSS:");

    public Task<ServiceCounts> CountsAsync(CancellationToken cancellationToken) =>
        CountsPipe.ReadAsync(CountsPipe.NameOf(run, process.Id), cancellationToken);

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public Task EndedAsync() => process.WaitForExitAsync();

    /// <summary>The one process that it has started.</summary>
    public MeasuredProcess Child()
    {
        var children = Directory.GetDirectories($"/proc/{process.Id}/task").SelectMany(ChildrenOf).ToList();
        if (children is not [var child])
        {
            throw new LoadException($"The local host has {children.Count} processes of its own, not its worker alone.");
        }
        return new MeasuredProcess(Process.GetProcessById(child), run);
    }

    public void Dispose() => process.Dispose();

    private static IEnumerable<int> ChildrenOf(string thread)
    {
        try
        {
            var ids = File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return ids.Select(id => int.Parse(id, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // A thread may end meanwhile.
            return [];
        }
    }

    private long StatusBytes(string field)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }
}
