using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Referrals;

/// <summary>Where a referral is taken on, by people and by the clock.</summary>
public sealed class ReferralStepFunctions(Deliveries deliveries, TakeReferralStepHandler take, PassOnReferralHandler passOn)
{
    private const string Referral = "api/households/{householdId}/members/{member:int}/referrals/{referralId}/";

    [Function("Referrals_Accept")]
    [Requires(Role.Physician)]
    [Audited("referral.accept", CallEffect.HouseholdChange)]
    public Task<IResult> AcceptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Referral + "acceptance")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, householdId, member, referralId, new TakeReferralStep(ReferralStep.Accept), cancellationToken);

    [Function("Referrals_Decline")]
    [Requires(Role.Physician)]
    [Audited("referral.decline", CallEffect.HouseholdChange)]
    public Task<IResult> DeclineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Referral + "refusal")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => SaidAsync(request, householdId, member, referralId, ReferralStep.Decline, cancellationToken);

    [Function("Referrals_RecordAttendance")]
    [Requires(Role.Physician)]
    [Audited("referral.record-attendance", CallEffect.HouseholdChange)]
    public Task<IResult> SeeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Referral + "attendance")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, householdId, member, referralId, new TakeReferralStep(ReferralStep.See), cancellationToken);

    [Function("Referrals_Answer")]
    [Requires(Role.Physician)]
    [Audited("referral.answer", CallEffect.HouseholdChange)]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Referral + "answer")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => SaidAsync(request, householdId, member, referralId, ReferralStep.Answer, cancellationToken);

    [Function("Referrals_Close")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("referral.close", CallEffect.HouseholdChange)]
    public Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Referral + "closure")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => SaidAsync(request, householdId, member, referralId, ReferralStep.Close, cancellationToken);

    [Function("Referrals_Withdraw")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("referral.withdraw", CallEffect.HouseholdChange)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Referral + "withdrawal")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => SaidAsync(request, householdId, member, referralId, ReferralStep.Withdraw, cancellationToken);

    [Function("PassOnReferral")]
    public Task PassOnAsync([QueueTrigger("referral-timeouts")] QueueMessage message, CancellationToken cancellationToken) =>
        deliveries.HandleAsync<ReferralTimeout>(
            message,
            delivery => passOn.HandleAsync(delivery.Message, cancellationToken),
            cancellationToken
        );

    private async Task<IResult> SaidAsync(
        HttpRequest request,
        string householdId,
        int member,
        string referralId,
        ReferralStep step,
        CancellationToken cancellationToken
    )
    {
        var words = await request.ReadJsonAsync<ReferralStepRequest>(cancellationToken);
        return await AnswerAsync(
            request,
            householdId,
            member,
            referralId,
            new TakeReferralStep(step, words.Reason, words.Findings, words.Instructions),
            cancellationToken
        );
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        string householdId,
        int member,
        string referralId,
        TakeReferralStep command,
        CancellationToken cancellationToken
    )
    {
        if (!CaseKey.TryParse(householdId, member, referralId, out var key))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(key.Household.Value);
        var result = await take.HandleAsync(key, command, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            // Who declined, or ended what let him in, sees it no more.
            TakeReferralStepOutcome.Taken or TakeReferralStepOutcome.TakenBefore => result.View is { } view
                ? TypedResults.Ok(view)
                : TypedResults.NoContent(),
            TakeReferralStepOutcome.NotTheStep => Answers.Conflict("referral-step", result.View),
            TakeReferralStepOutcome.NotAllowed => Answers.Problem(StatusCodes.Status403Forbidden, "forbidden"),
            TakeReferralStepOutcome.Invalid => Answers.Invalid(result.Errors),
            TakeReferralStepOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}

/// <summary>What is said with a step.</summary>
public sealed record ReferralStepRequest(string? Reason = null, string? Findings = null, string? Instructions = null);
