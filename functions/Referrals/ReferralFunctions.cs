using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Referrals;

/// <summary>The endpoints that send and read referrals.</summary>
public sealed class ReferralFunctions(SendReferralHandler send, GetReferralsHandler get, ListReceiversHandler receivers, CodeLists codes)
{
    private const string Member = "api/households/{householdId}/members/{member:int}/";

    [Function("Referrals_Send")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("referral.send", CallEffect.HouseholdChange)]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Member + "referrals/{referralId}")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) =>
        CaseEndpoint.TakeAsync<SendReferralRequest>(
            request,
            householdId,
            member,
            referralId,
            async (key, command) =>
            {
                var result = await send.HandleAsync(key, command, request.Caller(), cancellationToken);
                return result.Outcome switch
                {
                    SendReferralOutcome.Sent => TypedResults.Created(
                        $"/api/households/{householdId}/members/{member}/referrals/{referralId}",
                        result.View
                    ),
                    SendReferralOutcome.SentBefore => TypedResults.Ok(result.View),
                    SendReferralOutcome.Differs => Answers.Conflict("sent-differently", result.View),
                    SendReferralOutcome.TooMany => Answers.Conflict("too-many-open", current: null),
                    SendReferralOutcome.NoRecord => Answers.Conflict("record-not-open", current: null),
                    SendReferralOutcome.NotAllowed => Answers.Problem(StatusCodes.Status403Forbidden, "forbidden"),
                    SendReferralOutcome.Invalid => Answers.Invalid(result.Errors),
                    SendReferralOutcome.NotFound => Answers.NotFound(),
                    var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
                };
            },
            cancellationToken
        );

    [Function("Referrals_Get")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("referral.read")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Member + "referrals/{referralId}")] HttpRequest request,
        string householdId,
        int member,
        string referralId,
        CancellationToken cancellationToken
    ) => CaseEndpoint.ShowAsync(request, householdId, member, referralId, key => get.FindAsync(key, request.Caller(), cancellationToken));

    [Function("Referrals_List")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("referral.list")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Member + "referrals")] HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    ) => CaseEndpoint.ListAsync(request, householdId, id => get.ListAsync(id, member, request.Caller(), cancellationToken));

    [Function("Referrals_ListReceivers")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("referral.list-receivers")]
    public async Task<IResult> ReceiversAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/receivers")] HttpRequest request,
        string householdId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        if (request.Query["discipline"] is not [{ Length: > 0 } discipline] || !codes.Contains("discipline", discipline))
        {
            return Answers.Invalid([new FieldError("discipline", "unknown-value")]);
        }
        return await receivers.HandleAsync(id, discipline, request.Caller(), cancellationToken) is { } list
            ? TypedResults.Ok(list)
            : Answers.NotFound();
    }
}
