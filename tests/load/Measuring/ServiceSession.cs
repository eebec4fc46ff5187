using System.Diagnostics;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>The service on one account, block by block: households enrolled by its endpoint until all of a block are listed.</summary>
internal sealed class ServiceSession : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly EmulatorAccount _account;
    private readonly ServiceProcess _service;
    private readonly ServiceClient _client;
    private readonly Meter _meter;
    private readonly List<TimeSpan> _accepting = [];
    private readonly ProcessMeter _host;
    private readonly ProcessMeter _worker;

    private ServiceSession(Bench bench, EmulatorAccount account, ServiceProcess service, ServiceClient client)
    {
        (_account, _service, _client, _meter) = (account, service, client, new Meter(bench.Emulator));
        (_host, _worker) = (new ProcessMeter(service.Host), new ProcessMeter(service.Worker));
    }

    public ServiceResult Result =>
        new(
            _meter.Elapsed.TotalSeconds,
            _accepting.Count / _meter.Elapsed.TotalSeconds,
            Latencies.Of(_accepting),
            _host
                .Calls.Concat(_worker.Calls)
                .Where(call => call.Value > 0)
                .GroupBy(call => call.Key, StringComparer.Ordinal)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .ToDictionary(kind => kind.Key, kind => kind.Sum(call => (double)call.Value) / _accepting.Count),
            _host.Result(_accepting.Count),
            _worker.Result(_accepting.Count),
            _meter.EmulatorCpu(_accepting.Count),
            _meter.ClientCpu(_accepting.Count)
        );

    public static async Task<ServiceSession> StartAsync(Bench bench, EmulatorAccount account, CancellationToken cancellationToken)
    {
        var service = await ServiceProcess.StartAsync(account, bench.Folder, cancellationToken);
        return new ServiceSession(bench, account, service, await ServiceClient.SetUpAsync(service.Address, cancellationToken));
    }

    public Task WarmAsync(IReadOnlyList<Enrolment> enrolments, CancellationToken cancellationToken) =>
        EnrolAsync(enrolments, 8, [], cancellationToken);

    /// <summary>Runs one block, and stands still before and after it.</summary>
    public async Task RunAsync(IReadOnlyList<Enrolment> block, int concurrency, CancellationToken cancellationToken)
    {
        await _service.ContinueAsync();
        await _host.BeginAsync(cancellationToken);
        await _worker.BeginAsync(cancellationToken);
        await _meter.MeasureAsync(() => EnrolAsync(block, concurrency, _accepting, cancellationToken));
        await _worker.EndAsync(cancellationToken);
        await _host.EndAsync(cancellationToken);
        await _service.PauseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    private async Task EnrolAsync(
        IReadOnlyList<Enrolment> enrolments,
        int concurrency,
        List<TimeSpan> accepting,
        CancellationToken cancellationToken
    )
    {
        var times = new TimeSpan[enrolments.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, enrolments.Count),
            options,
            async (index, token) =>
            {
                var sent = Stopwatch.GetTimestamp();
                await _client.EnrolAsync(enrolments[index].Number, enrolments[index].Body, token);
                times[index] = Stopwatch.GetElapsedTime(sent);
            }
        );
        while (await ServiceTables.UnsettledAsync(_account, cancellationToken) > 0)
        {
            await Task.Delay(Look, cancellationToken);
        }
        accepting.AddRange(times);
    }
}
