using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.HealthCards;

/// <summary>Health cards: shown, scanned, withdrawn.</summary>
public sealed class HealthCardFunctions(IssueCardHandler issue, WithdrawCardHandler withdraw, ReadCardHandler read)
{
    [Function("HealthCards_Get")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("health-card.read")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/households/{householdId}/members/{member:int}/health-card")]
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
        return await read.FindAsync(id, member, request.Caller(), cancellationToken) is { } card
            ? TypedResults.Ok(HealthCardView.Of(card))
            : Answers.NotFound();
    }

    [Function("HealthCards_Issue")]
    [Requires(Role.HealthWorker)]
    [Audited("health-card.issue", CallEffect.HouseholdChange)]
    public async Task<IResult> IssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/households/{householdId}/members/{member:int}/health-card")]
            HttpRequest request,
        string householdId,
        int member,
        CancellationToken cancellationToken
    )
    {
        if (!HouseholdId.TryParse(householdId, out var id) || member is < 1 or > 30)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(id.Value);
        var sent = request.Query["issue"].ToString();
        if (!ClientId.TryParse(sent, out var issueId) && sent.Length > 0)
        {
            return Answers.Invalid([new FieldError("issue", "unknown-value")]);
        }
        var result = await issue.HandleAsync(id, member, sent.Length > 0 ? issueId : null, request.Caller(), cancellationToken);
        return result.Outcome switch
        {
            IssueCardOutcome.Issued => TypedResults.Created(
                $"/api/households/{id}/members/{member}/health-card",
                HealthCardView.Of(result.Card!)
            ),
            IssueCardOutcome.AlreadyIssued => TypedResults.Ok(HealthCardView.Of(result.Card!)),
            IssueCardOutcome.WithdrawnSince => Answers.Conflict("card-withdrawn", current: null),
            IssueCardOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
    }

    [Function("HealthCards_Withdraw")]
    [Requires(Role.HealthWorker)]
    [Audited("health-card.withdraw", CallEffect.HouseholdChange)]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/households/{householdId}/members/{member:int}/health-card/withdrawal"
        )]
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
        return await withdraw.HandleAsync(id, member, request.Caller(), cancellationToken) ? TypedResults.NoContent() : Answers.NotFound();
    }

    /// <summary>The token is in the body, for addresses are written down everywhere.</summary>
    [Function("HealthCards_Scan")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("health-card.scan", CallEffect.Read)]
    public async Task<IResult> ScanAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/health-cards/scan")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var command = await request.ReadJsonAsync<ScanCardRequest>(cancellationToken);
        if (await read.ScanAsync(command.Token, request.Caller(), cancellationToken) is not { } found)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(found.HouseholdId);
        return TypedResults.Ok(found);
    }
}

public sealed record ScanCardRequest(string? Token);

/// <summary>A card as it is answered.</summary>
/// <param name="Code">The token in groups, to be typed where no camera is.</param>
public sealed record HealthCardView(string Code, QrCode Qr, DateTimeOffset IssuedAt)
{
    public static HealthCardView Of(HealthCard card) => new(CardToken.Spell(card.Token), QrCode.Of(card.Token), card.IssuedAt);
}
