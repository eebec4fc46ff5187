using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Members;

/// <summary>Where all about one member is read at once.</summary>
public sealed class MemberFunctions(GetMemberHandler get)
{
    [Function("Members_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("member.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}")] HttpRequest request,
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
        return request.Answer(result.Access, result.View, view => view.Household.Version);
    }
}
