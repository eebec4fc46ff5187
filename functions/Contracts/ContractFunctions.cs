using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Contracts;

/// <summary>The family-doctor contract of a household.</summary>
public sealed class ContractFunctions(SignContractHandler sign, GetContractHandler get, ContractCheck check, ServicePackages packages)
{
    [Function("Contracts_ListPackages")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator)]
    [Audited("contract.list-packages")]
    public IResult Packages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contract-packages")] HttpRequest request) =>
        TypedResults.Ok(new ServicePackageList(packages.All));

    [Function("Contracts_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("contract.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/contracts")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await get.HandleAsync(id, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.List);
    }

    [Function("Contracts_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("contract.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/contracts/{year:int}")] HttpRequest request,
        string householdId,
        int year,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !check.IsYear(year))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await get.HandleAsync(id, year, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.View, view => view.Version);
    }

    [Function("Contracts_Sign")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("contract.sign", CallEffect.HouseholdChange)]
    public async Task<IResult> SignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/households/{householdId}/contracts/{year:int}")] HttpRequest request,
        string householdId,
        int year,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !check.IsYear(year))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var version = request.IfMatchVersion();
        var command = await request.ReadJsonAsync<SignContractRequest>(cancellationToken);
        var result = await sign.HandleAsync(id, year, version, command, request.Caller(), cancellationToken);
        var view = result.Contract is { } contract ? await get.ViewAsync(id, contract, cancellationToken) : null;
        if (view is not null)
        {
            request.HttpContext.Response.SetVersion(view.Version);
        }
        return result.Outcome switch
        {
            SignContractOutcome.Signed => TypedResults.Created($"/api/households/{id}/contracts/{year}", view),
            SignContractOutcome.Changed or SignContractOutcome.Unchanged => TypedResults.Ok(view),
            SignContractOutcome.VersionRequired => Answers.PreconditionRequired(),
            SignContractOutcome.ChangedMeanwhile => Answers.PreconditionFailed(view),
            SignContractOutcome.NotResponsible => Answers.Problem(StatusCodes.Status403Forbidden, "not-responsible"),
            SignContractOutcome.Invalid => Answers.Invalid(result.Errors!),
            SignContractOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}
