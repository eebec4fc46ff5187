using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Physicians;

public sealed class PhysicianFunctions(Deliveries deliveries, RouteCarePlanHandler route, ListWorklistHandler worklist)
{
    [Function("RouteCarePlan")]
    public Task RouteAsync([QueueTrigger("care-plans")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<HealthRecordsBuilt>(message, async delivery =>
        {
            if (await route.HandleAsync(delivery, cancellationToken) is RouteCarePlanOutcome.ChangedMeanwhile) { throw new ChangedMeanwhileException(); }
        }, cancellationToken);

    [Function("Physicians_Worklist")]
    [Requires(Role.Physician)]
    [Audited("worklist.read")]
    public async Task<IResult> WorklistAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "physicians/{physicianId}/worklist")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken)
    {
        if (!PhysicianId.TryParse(physicianId, out var id)) { return Answers.NotFound(); }
        request.HttpContext.AuditSubject(id.Value);
        return request.Caller().PhysicianId == id.Value
            ? TypedResults.Ok(await worklist.HandleAsync(id, cancellationToken))
            : Answers.NotFound();
    }
}
