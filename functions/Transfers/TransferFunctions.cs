using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Transfers;

/// <summary>Handing a household over from one responsible physician to another.</summary>
public sealed class TransferFunctions(ProposeTransferHandler propose, AnswerTransferHandler answer, ListTransfersHandler list)
{
    [Function("Transfers_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official)]
    [Audited("transfer.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/transfers")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await list.HandleAsync(id, request.Caller(), request.AccessReason() is not null, cancellationToken);
        return request.Answer(result.Access, result.List);
    }

    [Function("Transfers_Propose")]
    [Requires(Role.Physician)]
    [Audited("transfer.propose", CallEffect.HouseholdChange)]
    public async Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/households/{householdId}/transfers/{transferId}")]
            HttpRequest request,
        string householdId,
        string transferId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(transferId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var command = await request.ReadJsonAsync<ProposeTransferRequest>(cancellationToken);
        var result = await propose.HandleAsync(id, transferId, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            ProposeTransferOutcome.Proposed => TypedResults.Created($"/api/households/{id}/transfers", result.View),
            ProposeTransferOutcome.AlreadyProposed => TypedResults.Ok(result.View),
            ProposeTransferOutcome.ProposedDifferently => Answers.Conflict("sent-differently", result.View),
            ProposeTransferOutcome.AnotherOpen => Answers.Conflict("transfer-open", result.View),
            ProposeTransferOutcome.NotResponsible => Answers.Problem(StatusCodes.Status403Forbidden, "not-responsible"),
            ProposeTransferOutcome.Invalid => Answers.Invalid(result.Errors!),
            ProposeTransferOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("Transfers_Accept")]
    [Requires(Role.Physician)]
    [Audited("transfer.accept", CallEffect.HouseholdChange)]
    public Task<IResult> AcceptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/transfers/{transferId}/acceptance")]
            HttpRequest request,
        string householdId,
        string transferId,
        CancellationToken cancellationToken
    ) => StepAsync(request, householdId, new AnswerTransfer(transferId, TransferStep.Accept), cancellationToken);

    [Function("Transfers_Return")]
    [Requires(Role.Physician)]
    [Audited("transfer.return", CallEffect.HouseholdChange)]
    public async Task<IResult> ReturnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/transfers/{transferId}/return")]
            HttpRequest request,
        string householdId,
        string transferId,
        CancellationToken cancellationToken
    )
    {
        var body = await request.ReadJsonAsync<ReturnTransferRequest>(cancellationToken);
        return await StepAsync(request, householdId, new AnswerTransfer(transferId, TransferStep.Return, body.Reason), cancellationToken);
    }

    [Function("Transfers_Withdraw")]
    [Requires(Role.Physician)]
    [Audited("transfer.withdraw", CallEffect.HouseholdChange)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/transfers/{transferId}/withdrawal")]
            HttpRequest request,
        string householdId,
        string transferId,
        CancellationToken cancellationToken
    ) => StepAsync(request, householdId, new AnswerTransfer(transferId, TransferStep.Withdraw), cancellationToken);

    private async Task<IResult> StepAsync(
        HttpRequest request,
        string householdId,
        AnswerTransfer command,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || !ClientId.IsOne(command.TransferId))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var result = await answer.HandleAsync(id, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            TransferStepOutcome.Done or TransferStepOutcome.AlreadyDone => TypedResults.Ok(result.View),
            TransferStepOutcome.NoLongerOpen => Answers.Conflict("transfer-ended", result.View),
            TransferStepOutcome.NotTheirs => Answers.Problem(StatusCodes.Status403Forbidden, "transfer-not-yours"),
            TransferStepOutcome.Invalid => Answers.Invalid(result.Errors!),
            TransferStepOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}

public sealed record ReturnTransferRequest(string? Reason);
