using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Consultations;

/// <summary>The endpoints that read consultations.</summary>
public sealed class ConsultationReadFunctions(GetConsultationHandler get, ListConsultationsHandler list)
{
    [Function("Consultations_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("consultation.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/consultations")]
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
        var cursor = request.CursorParts(1);
        var result = await list.HandleAsync(
            id,
            member,
            cursor?[0],
            request.Caller(),
            request.AccessReason() is not null,
            cancellationToken
        );
        return request.Answer(result.Access, result.Page);
    }

    [Function("Consultations_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("consultation.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/households/{householdId}/members/{member:int}/consultations/{consultationId}"
        )]
            HttpRequest request,
        string householdId,
        int member,
        string consultationId,
        CancellationToken cancellationToken
    )
    {
        if (!CaseKey.TryParse(householdId, member, consultationId, out var key))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(key.Household.Value);
        var result = await get.HandleAsync(key, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.View);
    }
}
