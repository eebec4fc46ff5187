using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.ReferenceData.Codes;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Coverage;

/// <summary>The timers and queues that keep the counts up to date.</summary>
public sealed class CountFunctions(Deliveries deliveries, RollUpCoverageHandler rollUp, CoverageRequests requests, Regions regions)
{
    [Function("RollUpCoverage")]
    public Task RollUpAsync([QueueTrigger("coverage")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<CoverageRequested>(
            message,
            delivery => rollUp.HandleAsync(delivery.Message.Region, cancellationToken),
            cancellationToken
        );

    /// <summary>Counts that were asked for and whose message a crash has lost.</summary>
    [Function("RecoverCoverage")]
    public Task RecoverAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        requests.RecoverAsync(cancellationToken);

    /// <summary>Soon after midnight in China: what became overdue overnight counts, and each day has its total.</summary>
    [Function("CountEveryTownship")]
    public async Task CountEveryTownshipAsync([TimerTrigger("0 5 16 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var township in regions.All.Where(region => region.Level is RegionLevel.Township))
        {
            await requests.RequestAsync(township.Code, cancellationToken);
        }
    }
}
