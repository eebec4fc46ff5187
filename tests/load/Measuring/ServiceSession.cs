using System.Diagnostics;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>The service on one account, block by block: households enrolled at its door until all of a block are listed.</summary>
internal sealed class ServiceSession : IAsyncDisposable
{
    private const double Mega = 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly EmulatorAccount _account;
    private readonly ServiceProcess _service;
    private readonly ServiceClient _client;
    private readonly Meter _meter;
    private readonly List<TimeSpan> _accepting = [];
    private readonly List<ServiceCounts> _counts = [];
    private TimeSpan _cpu;

    private ServiceSession(Bench bench, EmulatorAccount account, ServiceProcess service, ServiceClient client) =>
        (_account, _service, _client, _meter) = (account, service, client, new Meter(bench.Emulator));

    public ServiceResult Result => new(
        _meter.Elapsed.TotalSeconds,
        _accepting.Count / _meter.Elapsed.TotalSeconds,
        Latencies.Of(_accepting),
        _counts.SelectMany(counts => counts.Calls).GroupBy(call => call.Key, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(call => (double)call.Value) / _accepting.Count),
        _cpu.TotalMilliseconds / _accepting.Count,
        _meter.EmulatorCpu(_accepting.Count),
        _meter.ClientCpu(_accepting.Count),
        _service.PeakMemory / Mega,
        _counts.Sum(counts => counts.AllocatedBytes) / 1024.0 / _accepting.Count,
        _counts.Sum(counts => counts.GcPauseMilliseconds) / 1000,
        _counts.Sum(counts => counts.JitMilliseconds) / _accepting.Count);

    public static async Task<ServiceSession> StartAsync(Bench bench, EmulatorAccount account, CancellationToken cancellationToken)
    {
        var service = await ServiceProcess.StartAsync(account, bench.Folder, cancellationToken);
        return new ServiceSession(bench, account, service, await ServiceClient.SetUpAsync(service.Address, cancellationToken));
    }

    public Task WarmAsync(IReadOnlyList<Enrolment> enrolments, CancellationToken cancellationToken) => EnrolAsync(enrolments, 8, [], cancellationToken);

    /// <summary>Runs one block, and stands still before and after it.</summary>
    public async Task RunAsync(IReadOnlyList<Enrolment> block, int concurrency, CancellationToken cancellationToken)
    {
        await _service.ContinueAsync();
        var (counts, cpu) = (await _service.CountsAsync(cancellationToken), _service.CpuTime);
        await _meter.MeasureAsync(() => EnrolAsync(block, concurrency, _accepting, cancellationToken));
        _cpu += _service.CpuTime - cpu;
        _counts.Add((await _service.CountsAsync(cancellationToken)).Since(counts));
        await _service.PauseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    private async Task EnrolAsync(IReadOnlyList<Enrolment> enrolments, int concurrency, List<TimeSpan> accepting, CancellationToken cancellationToken)
    {
        var times = new TimeSpan[enrolments.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, enrolments.Count), options, async (index, token) =>
        {
            var sent = Stopwatch.GetTimestamp();
            await _client.EnrolAsync(enrolments[index].Number, enrolments[index].Body, token);
            times[index] = Stopwatch.GetElapsedTime(sent);
        });
        while (await ServiceTables.UnsettledAsync(_account, cancellationToken) > 0) { await Task.Delay(Look, cancellationToken); }
        accepting.AddRange(times);
    }
}
