using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.FollowUps;

public sealed record FormPage(IReadOnlyList<FollowUpForm> Items);

/// <summary>Follow-up visits and the forms that they are made by.</summary>
public sealed class VisitFunctions(FollowUpForms forms, SaveVisitHandler save, GetVisitHandler get)
{
    private const string Route = "api/households/{householdId}/members/{member:int}/visits/{visitId}";

    [Function("Forms_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("forms.read")]
    public IResult ListForms([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/forms")] HttpRequest request) =>
        TypedResults.Ok(new FormPage(forms.All));

    [Function("Visits_Save")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("visit.save", CallEffect.HouseholdChange)]
    public async Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string householdId,
        int member,
        string visitId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var household) || !ClientId.TryParse(visitId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(household.Value);
        var command = await request.ReadJsonAsync<VisitRequest>(cancellationToken);
        var result = await save.HandleAsync(household, member, id, command, request.Caller(), cancellationToken);
        if (result.View is { } view)
        {
            request.HttpContext.Response.SetVersion(view.HouseholdVersion);
        }
        return result.Outcome switch
        {
            SaveVisitOutcome.Saved => TypedResults.Created($"/api/households/{household}/members/{member}/visits/{id}", result.View),
            SaveVisitOutcome.SavedBefore => TypedResults.Ok(result.View),
            SaveVisitOutcome.IdTaken => Answers.Conflict("visit-differs", current: null),
            SaveVisitOutcome.Invalid => Answers.Invalid(result.Errors),
            SaveVisitOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("Visits_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("visit.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string householdId,
        int member,
        string visitId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var household) || !ClientId.TryParse(visitId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(household.Value);
        var result = await get.HandleAsync(household, member, id, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.View, view => view.HouseholdVersion);
    }
}
