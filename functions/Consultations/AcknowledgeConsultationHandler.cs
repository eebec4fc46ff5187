using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>The family's side has read an answer and carries it out. A later answer still waits to be read.</summary>
public sealed class AcknowledgeConsultationHandler(Cases<Consultation> consultations, ConsultationViews views)
{
    public async Task<ConsultationResult> HandleAsync(
        CaseKey key,
        AcknowledgementRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var changed = await consultations.ChangeAsync(
            key,
            (partition, consultation) => Decide(partition, consultation, request, caller),
            cancellationToken
        );
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private static HouseholdUpdate<ConsultationDecision> Decide(
        HouseholdPartition partition,
        Consultation consultation,
        AcknowledgementRequest request,
        Caller caller
    )
    {
        if (!caller.MayCareFor(partition.Household))
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NotFound);
        }
        if (consultation.IsOver)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.Unchanged, consultation);
        }
        if (consultation.Messages.All(message => message.Id != request.MessageId))
        {
            return ConsultationDecision.Invalid([new("messageId", request.MessageId is null ? "required" : "unknown-value")]);
        }
        var next = consultation.UnderstoodUpTo(request.MessageId!);
        return next == consultation
            ? ConsultationDecision.Nothing(ConsultationOutcome.Unchanged, consultation)
            : ConsultationDecision.Turn(partition, next);
    }
}
