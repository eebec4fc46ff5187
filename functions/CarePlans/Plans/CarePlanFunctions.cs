using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>Reading a plan and changing what it says.</summary>
public sealed class CarePlanFunctions(GetCarePlanHandler get, EditCarePlanHandler edit)
{
    [Function("CarePlans_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("care-plan.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/care-plan")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await get.HandleAsync(id, member, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.View, view => view.PlanVersion);
    }

    [Function("CarePlans_Edit")]
    [Requires(Role.Physician)]
    [Audited("care-plan.edit", CallEffect.HouseholdChange)]
    public async Task<IResult> EditAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/households/{householdId}/members/{member:int}/care-plan")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.IfMatchVersion() is not { } version)
        {
            return Answers.PreconditionRequired();
        }
        var command = await request.ReadJsonAsync<CarePlanRequest>(cancellationToken);
        return request.Answer(await edit.HandleAsync(id, member, version, command, request.Caller(), cancellationToken));
    }
}
