using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Physicians;

/// <summary>The roster: kept by operators, read by whoever has to name a physician.</summary>
public sealed class RosterFunctions(
    Deliveries deliveries,
    SavePhysicianHandler keep,
    PhysicianTable physicians,
    RerouteHouseholdsHandler reroute,
    CountPanelsHandler countPanels
)
{
    [Function("Physicians_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator)]
    [Audited("physician.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        string? region = request.Query["region"];
        if (region is not { Length: 2 or 4 or 6 } || !region.All(char.IsAsciiDigit))
        {
            return Answers.Invalid([new FieldError("region", "region-code")]);
        }
        var stored = await physicians.ListByPartitionAsync(region, cancellationToken);
        return TypedResults.Ok(new PhysicianPage([.. stored.Select(item => PhysicianView.Of(item.Physician))]));
    }

    [Function("Physicians_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator)]
    [Audited("physician.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/physicians/{physicianId}")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (
            !PhysicianId.TryParse(physicianId, out var id)
            || await physicians.FindAsync(id, cancellationToken) is not { Physician: var physician }
        )
        {
            return Answers.NotFound();
        }
        request.HttpContext.Response.SetVersion(physician.Version);
        return TypedResults.Ok(PhysicianView.Of(physician));
    }

    [Function("Physicians_Save")]
    [Requires(Role.Operator)]
    [Audited("physician.save")]
    public async Task<IResult> KeepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/physicians/{physicianId}")] HttpRequest request,
        string physicianId,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var command = await request.ReadJsonAsync<PhysicianRequest>(cancellationToken) with { Id = id.Value };
        var version = request.IfMatchVersion();
        // A new physician needs no version; a change does.
        if (version is null && await physicians.FindAsync(id, cancellationToken) is not null)
        {
            return Answers.PreconditionRequired();
        }
        var result = await keep.HandleAsync(command, version, cancellationToken);
        if (result.Physician is { } physician)
        {
            request.HttpContext.Response.SetVersion(physician.Version);
        }
        return result.Outcome switch
        {
            SavePhysicianOutcome.Added => TypedResults.Created($"/api/physicians/{id}", PhysicianView.Of(result.Physician!)),
            SavePhysicianOutcome.Changed or SavePhysicianOutcome.Unchanged => TypedResults.Ok(PhysicianView.Of(result.Physician!)),
            SavePhysicianOutcome.ChangedMeanwhile => Answers.PreconditionFailed(result.Physician is { } now ? PhysicianView.Of(now) : null),
            SavePhysicianOutcome.Invalid => Answers.Invalid(result.Errors),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("RerouteHouseholds")]
    public Task RerouteAsync([QueueTrigger("roster-changes")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<RosterChanged>(
            message,
            delivery => reroute.HandleAsync(delivery.Message, cancellationToken),
            cancellationToken
        );

    [Function("CountPanels")]
    public Task CountPanelsAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        countPanels.HandleAsync(cancellationToken);
}
