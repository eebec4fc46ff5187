using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Changes;

/// <summary>What keeps the views up with the households.</summary>
public sealed class ChangeFunctions(Deliveries deliveries, ProjectHouseholdHandler project)
{
    [Function("ProjectHousehold")]
    public Task ProjectAsync([QueueTrigger("changes")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<HouseholdChanged>(message, delivery => project.HandleAsync(delivery, cancellationToken), cancellationToken);
}
