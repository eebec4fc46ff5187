using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>Dealing with what calls for treatment at once.</summary>
public sealed class UrgencyFunctions(SettleUrgencyHandler settle)
{
    [Function("Urgencies_Settle")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("urgency.settle", CallEffect.HouseholdChange)]
    public async Task<IResult> SettleAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/households/{householdId}/members/{member:int}/urgency-settlements/{settlementId}"
        )]
            HttpRequest request,
        string householdId,
        int member,
        string settlementId,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var household) || !ClientId.TryParse(settlementId, out var id))
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(household.Value);
        var command = await request.ReadJsonAsync<UrgencySettlementRequest>(cancellationToken);
        var (outcome, errors) = await settle.HandleAsync(household, member, id, command, request.Caller(), cancellationToken);
        return outcome switch
        {
            SettleUrgencyOutcome.Settled or SettleUrgencyOutcome.SettledBefore => TypedResults.NoContent(),
            SettleUrgencyOutcome.NotYours => Answers.Problem(StatusCodes.Status403Forbidden, "plan-step-not-yours"),
            SettleUrgencyOutcome.NothingUrgent => Answers.Conflict("nothing-urgent", current: null),
            SettleUrgencyOutcome.IdTaken => Answers.Conflict("reported-differently", current: null),
            SettleUrgencyOutcome.Invalid => Answers.Invalid(errors),
            SettleUrgencyOutcome.NotFound => Answers.NotFound(),
            _ => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }
}
