using System.Diagnostics;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>Adds up time and processor time over the blocks of a run.</summary>
internal sealed class Meter(Emulator emulator)
{
    private TimeSpan _emulator;
    private TimeSpan _client;

    public TimeSpan Elapsed { get; private set; }

    public double EmulatorCpu(int households) => _emulator.TotalMilliseconds / households;

    public double ClientCpu(int households) => _client.TotalMilliseconds / households;

    public async Task MeasureAsync(Func<Task> blockAsync)
    {
        var (started, emulatorBefore, clientBefore) = (Stopwatch.GetTimestamp(), emulator.CpuTime, Environment.CpuUsage.TotalTime);
        await blockAsync();
        Elapsed += Stopwatch.GetElapsedTime(started);
        _emulator += emulator.CpuTime - emulatorBefore;
        _client += Environment.CpuUsage.TotalTime - clientBefore;
    }
}
