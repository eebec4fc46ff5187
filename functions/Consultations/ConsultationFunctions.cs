using System.Diagnostics;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Consultations;

/// <summary>The endpoints by which people ask, answer, acknowledge and close.</summary>
public sealed class ConsultationFunctions(
    StartConsultationHandler start,
    WriteMessageHandler write,
    AcknowledgeConsultationHandler understand,
    CloseConsultationHandler close
)
{
    private const string Route = "api/households/{householdId}/members/{member:int}/consultations/{consultationId}";

    [Function("Consultations_Start")]
    [Requires(Role.HealthWorker)]
    [Audited("consultation.start", CallEffect.HouseholdChange)]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string householdId,
        int member,
        string consultationId,
        CancellationToken cancellationToken
    )
    {
        if (!TryKey(request, householdId, member, consultationId, out var key))
        {
            return Answers.NotFound();
        }
        var form = await request.ReadJsonAsync<StartConsultationRequest>(cancellationToken);
        var result = await start.HandleAsync(key, form, request.Caller(), cancellationToken);
        return result.Outcome is ConsultationOutcome.Done
            ? TypedResults.Created($"/api/households/{householdId}/members/{member}/consultations/{consultationId}", result.View)
            : Answer(result);
    }

    [Function("Consultations_Write")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("consultation.write", CallEffect.HouseholdChange)]
    public async Task<IResult> WriteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/messages/{messageId}")] HttpRequest request,
        string householdId,
        int member,
        string consultationId,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        if (!TryKey(request, householdId, member, consultationId, out var key) || !ClientId.IsOne(messageId))
        {
            return Answers.NotFound();
        }
        return Answer(
            await write.HandleAsync(
                key,
                messageId,
                await request.ReadJsonAsync<MessageRequest>(cancellationToken),
                request.Caller(),
                cancellationToken
            )
        );
    }

    [Function("Consultations_Acknowledge")]
    [Requires(Role.HealthWorker)]
    [Audited("consultation.acknowledge", CallEffect.HouseholdChange)]
    public async Task<IResult> UnderstandAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/acknowledgement")] HttpRequest request,
        string householdId,
        int member,
        string consultationId,
        CancellationToken cancellationToken
    )
    {
        if (!TryKey(request, householdId, member, consultationId, out var key))
        {
            return Answers.NotFound();
        }
        return Answer(
            await understand.HandleAsync(
                key,
                await request.ReadJsonAsync<AcknowledgementRequest>(cancellationToken),
                request.Caller(),
                cancellationToken
            )
        );
    }

    [Function("Consultations_Close")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("consultation.close", CallEffect.HouseholdChange)]
    public async Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/closure")] HttpRequest request,
        string householdId,
        int member,
        string consultationId,
        CancellationToken cancellationToken
    ) =>
        TryKey(request, householdId, member, consultationId, out var key)
            ? Answer(await close.HandleAsync(key, request.Caller(), cancellationToken))
            : Answers.NotFound();

    private static bool TryKey(HttpRequest request, string household, int member, string consultation, out CaseKey key)
    {
        if (!CaseKey.TryParse(household, member, consultation, out key))
        {
            return false;
        }
        request.HttpContext.AuditSubject(key.Household.Value);
        return true;
    }

    private static IResult Answer(ConsultationResult result) =>
        result.Outcome switch
        {
            ConsultationOutcome.Done or ConsultationOutcome.Unchanged => TypedResults.Ok(result.View),
            ConsultationOutcome.SentDifferently => Answers.Conflict("sent-differently", result.View),
            ConsultationOutcome.Invalid => Answers.Invalid(result.Errors),
            ConsultationOutcome.TooManyConsultations => Answers.Conflict("too-many-consultations", null),
            ConsultationOutcome.Full => Answers.Conflict("consultation-full", result.View),
            ConsultationOutcome.Closed => Answers.Conflict("consultation-closed", result.View),
            ConsultationOutcome.NoPhysician => Answers.Conflict("no-responsible-physician", null),
            ConsultationOutcome.NoPharmacist => Answers.Conflict("no-pharmacist", result.View),
            ConsultationOutcome.NotResponsible => Answers.Problem(StatusCodes.Status403Forbidden, "not-responsible"),
            ConsultationOutcome.Unanswered => Answers.Conflict("consultation-unanswered", result.View),
            ConsultationOutcome.DispositionMissing => Answers.Conflict("disposition-missing", result.View),
            ConsultationOutcome.NotFound => Answers.NotFound(),
            var outcome => throw new UnreachableException($"Unmapped outcome '{outcome}'."),
        };
}
