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
        deliveries.HandleAsync<HouseholdChanged>(message, async delivery =>
        {
            if (await project.HandleAsync(delivery, cancellationToken) is ProjectHouseholdOutcome.ChangedMeanwhile) { throw new ChangedMeanwhileException(); }
        }, cancellationToken);
}
