using System.Reflection;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Functions.PoisonMessages;

namespace Alleviation.Functions.Operations;

/// <summary>
/// Puts together what an operator wants to see: what storage says now, all asked at once, and what this process has counted.
/// </summary>
public sealed class ShowOperationsHandler(
    QueueFigures queues,
    PoisonMessageTable poisonMessages,
    CoverageAge coverage,
    Measuring measuring,
    Timings timings,
    StorageCalls calls,
    ServerErrors errors,
    ServiceStart start,
    TimeProvider clock
)
{
    private static readonly string Version =
        typeof(ShowOperationsHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public async Task<OperationsView> HandleAsync(CancellationToken cancellationToken)
    {
        var shown = Task.WhenAll(
            queues
                .Names.Where(name => !name.EndsWith(QueueSetup.PoisonSuffix, StringComparison.Ordinal))
                .Select(name => ShowAsync(name, cancellationToken))
        );
        var open = measuring.TryAsync<int>(
            "open poison messages",
            async stop => await poisonMessages.CountOpenAsync(MeasureServiceHandler.MaxPoisonMessages, stop),
            cancellationToken
        );
        var counted = measuring.TryAsync("coverage", coverage.OfCityAsync, cancellationToken);
        return new OperationsView(
            clock.GetUtcNow(),
            new ServiceInstance(Version, start.At),
            [.. (await shown).OrderBy(queue => queue.Name, StringComparer.Ordinal)],
            await open,
            (await counted)?.CountedAt,
            [.. timings.Recent.Select(pair => StageTimes.Of(pair.Stage, pair.Times))],
            [.. calls.Counts.OrderByDescending(call => call.Value).Select(call => new CallCount(call.Key, call.Value))],
            [.. errors.Counts.OrderByDescending(error => error.Value).Select(error => new ErrorCount(error.Key, error.Value))]
        );
    }

    private async Task<QueueView> ShowAsync(string name, CancellationToken cancellationToken)
    {
        var waiting = CountAsync(name, cancellationToken);
        var poison = CountAsync(name + QueueSetup.PoisonSuffix, cancellationToken);
        var oldest = measuring.TryAsync<double>(name, async stop => await queues.OldestAgeAsync(name, stop), cancellationToken);
        return new QueueView(name, await waiting, await oldest, await poison);
    }

    private Task<int?> CountAsync(string name, CancellationToken cancellationToken) =>
        measuring.TryAsync<int>(name, async stop => await queues.CountAsync(name, stop), cancellationToken);
}
