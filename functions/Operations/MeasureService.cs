using System.Diagnostics;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Functions.PoisonMessages;

namespace Alleviation.Functions.Operations;

/// <summary>
/// Measures what only storage knows, for the metrics system: one look at each queue, one at the poison messages, one at the city's figures.
/// Where nobody reads the gauges, nothing is asked.
/// </summary>
public sealed class MeasureServiceHandler(
    ServiceMeter meter,
    QueueFigures queues,
    PoisonMessageTable poisonMessages,
    CoverageAge coverage,
    Measuring measuring
)
{
    /// <summary>An operator acts long before: more need not be counted each minute.</summary>
    public const int MaxPoisonMessages = 1_000;

    private readonly MeasuredGauge _oldest = meter.Gauge(
        "alleviation.queue.oldest_message.age",
        "s",
        "Age of the oldest message that may be taken",
        "queue"
    );

    private readonly MeasuredGauge _open = meter.Gauge(
        "alleviation.poison_messages.open",
        "{message}",
        $"Open poison messages, counted up to {MaxPoisonMessages}"
    );

    private readonly MeasuredGauge _coverage = meter.Gauge(
        "alleviation.coverage.age",
        "s",
        "Age of the city's coverage figures; each night all are counted again"
    );

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        if (!_oldest.IsRead && !_open.IsRead && !_coverage.IsRead)
        {
            return;
        }
        // Twenty calls a minute to storage are no trace that anybody looks for. Ends with this method.
        Activity.Current = null;
        await Task.WhenAll([
            .. queues.Names.Select(queue =>
                MeasureAsync(_oldest, queue, async stop => await queues.OldestAgeAsync(queue, stop), cancellationToken)
            ),
            MeasureAsync(_open, "", async stop => await poisonMessages.CountOpenAsync(MaxPoisonMessages, stop), cancellationToken),
            MeasureAsync(_coverage, "", async stop => (await coverage.OfCityAsync(stop))?.Age.TotalSeconds, cancellationToken),
        ]);
    }

    private async Task MeasureAsync(
        MeasuredGauge gauge,
        string of,
        Func<CancellationToken, Task<double?>> measure,
        CancellationToken cancellationToken
    ) => gauge.Set(await measuring.TryAsync(gauge.Name, measure, cancellationToken), of);
}
