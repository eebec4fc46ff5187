using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>The steps of a plan's life that are the responsible physician's.</summary>
public sealed class PlanStepFunctions(TakePlanStepHandler take)
{
    [Function("CarePlans_Submit")]
    [Requires(Role.Physician)]
    [Audited("care-plan.submit", CallEffect.HouseholdChange)]
    public Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/members/{member:int}/care-plan/review")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Submit, cancellationToken);

    [Function("CarePlans_Decide")]
    [Requires(Role.Physician)]
    [Audited("care-plan.decide", CallEffect.HouseholdChange)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/members/{member:int}/care-plan/decision")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Decide, cancellationToken);

    [Function("CarePlans_Revise")]
    [Requires(Role.Physician)]
    [Audited("care-plan.revise", CallEffect.HouseholdChange)]
    public Task<IResult> ReviseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/members/{member:int}/care-plan/revision")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Revise, cancellationToken);

    [Function("CarePlans_Withdraw")]
    [Requires(Role.Physician)]
    [Audited("care-plan.withdraw", CallEffect.HouseholdChange)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/withdrawal"
        )]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Withdraw, cancellationToken);

    [Function("CarePlans_Keep")]
    [Requires(Role.Physician)]
    [Audited("care-plan.keep", CallEffect.HouseholdChange)]
    public Task<IResult> KeepAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/confirmation"
        )]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Keep, cancellationToken);

    [Function("CarePlans_Complete")]
    [Requires(Role.Physician)]
    [Audited("care-plan.complete", CallEffect.HouseholdChange)]
    public Task<IResult> CompleteAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/completion"
        )]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Complete, cancellationToken);

    [Function("CarePlans_Cancel")]
    [Requires(Role.Physician)]
    [Audited("care-plan.cancel", CallEffect.HouseholdChange)]
    public Task<IResult> CancelAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/households/{householdId}/members/{member:int}/care-plan/cancellation"
        )]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Cancel, cancellationToken);

    [Function("CarePlans_Restart")]
    [Requires(Role.Physician)]
    [Audited("care-plan.restart", CallEffect.HouseholdChange)]
    public Task<IResult> RestartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/members/{member:int}/care-plan/restart")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => TakeAsync(request, householdId, member, PlanStep.Restart, cancellationToken);

    private async Task<IResult> TakeAsync(
        HttpRequest request,
        string householdId,
        int member,
        PlanStep step,
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
        var command = await request.ReadJsonAsync<PlanStepRequest>(cancellationToken);
        return request.Answer(await take.HandleAsync(id, member, step, version, command, request.Caller(), cancellationToken));
    }
}
