using Alleviation.Load.Floor;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>The bare client on one account, block by block.</summary>
internal sealed class FloorSession(Bench bench, EmulatorAccount account, int concurrency) : IDisposable
{
    private readonly BareClient _client = new(account);
    private readonly Meter _meter = new(bench.Emulator);
    private FloorRun? _run;
    private int _households;
    private long _calls;

    public FloorResult Result =>
        new(
            _meter.Elapsed.TotalSeconds,
            _households / _meter.Elapsed.TotalSeconds,
            (double)_calls / _households,
            _meter.EmulatorCpu(_households),
            _meter.ClientCpu(_households)
        );

    public async Task WarmAsync(IReadOnlyList<Enrolment> enrolments, CancellationToken cancellationToken)
    {
        await ServiceTables.CreateAsync(account, cancellationToken);
        _run = new FloorRun(bench.Recording, _client);
        await _run.RunAsync(enrolments, concurrency, cancellationToken);
    }

    public async Task RunAsync(IReadOnlyList<Enrolment> block, CancellationToken cancellationToken)
    {
        var calls = _client.Calls;
        await _meter.MeasureAsync(() => _run!.RunAsync(block, concurrency, cancellationToken));
        (_households, _calls) = (_households + block.Count, _calls + _client.Calls - calls);
    }

    public void Dispose()
    {
        _run?.Dispose();
        _client.Dispose();
    }
}
