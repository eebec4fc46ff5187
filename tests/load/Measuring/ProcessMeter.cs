using Alleviation.Load.Service;

namespace Alleviation.Load.Measuring;

/// <summary>Adds up over the blocks of a run what one of the service's processes takes.</summary>
internal sealed class ProcessMeter(MeasuredProcess process)
{
    private const double Mega = 1024 * 1024;

    private readonly List<ServiceCounts> _counts = [];
    private ServiceCounts? _before;
    private TimeSpan _cpuBefore;
    private TimeSpan _cpu;

    /// <summary>Its calls to storage by kind.</summary>
    public IEnumerable<KeyValuePair<string, long>> Calls => _counts.SelectMany(counts => counts.Calls);

    public async Task BeginAsync(CancellationToken cancellationToken) =>
        (_before, _cpuBefore) = (await process.CountsAsync(cancellationToken), process.CpuTime);

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        _cpu += process.CpuTime - _cpuBefore;
        _counts.Add(await process.CountsAsync(cancellationToken) - _before!);
    }

    public ProcessResult Result(int households) =>
        new(
            _cpu.TotalMilliseconds / households,
            _counts.Sum(counts => counts.JitMilliseconds) / households,
            process.PeakMemory / Mega,
            process.Memory / Mega,
            _counts.Sum(counts => counts.AllocatedBytes) / 1024.0 / households,
            _counts.Sum(counts => counts.GcPauseMilliseconds) / 1000
        );
}
