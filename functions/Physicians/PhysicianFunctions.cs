using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Physicians;

public sealed class PhysicianFunctions(Deliveries deliveries, RouteCarePlanHandler route)
{
    [Function("RouteCarePlan")]
    public Task RouteAsync([QueueTrigger("care-plans")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<RoutingDue>(
            message,
            async delivery =>
            {
                if (await route.HandleAsync(delivery, cancellationToken) is RouteCarePlanOutcome.ChangedMeanwhile)
                {
                    throw new ChangedMeanwhileException();
                }
            },
            cancellationToken
        );
}
