using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// The responsible physician closes what is answered, the family's side what it asked. What the family's side has not read yet stays on its
/// list until it has; a new complaint is never closed without where, when and how to be seen.
/// </summary>
public sealed class CloseConsultationHandler(Cases<Consultation> consultations, ConsultationViews views, TimeProvider clock)
{
    public async Task<ConsultationResult> HandleAsync(CaseKey key, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await consultations.ChangeAsync(
            key,
            (partition, consultation) => Decide(partition, consultation, caller, now),
            cancellationToken
        );
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private static HouseholdUpdate<ConsultationDecision> Decide(
        HouseholdPartition partition,
        Consultation consultation,
        Caller caller,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household))
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NotFound);
        }
        var author = ConsultationAuthors.Of(caller, household);
        var outcome = MayClose(consultation, author);
        return outcome is ConsultationOutcome.Done
            ? ConsultationDecision.Turn(partition, consultation.Closed(new ConsultationClosure(now, caller.AccountId, author)))
            : ConsultationDecision.Nothing(outcome, consultation);
    }

    internal static ConsultationOutcome MayClose(Consultation consultation, ConsultationAuthor author) =>
        author switch
        {
            _ when consultation.Closure is not null => ConsultationOutcome.Unchanged,
            ConsultationAuthor.Pharmacist or ConsultationAuthor.Team => ConsultationOutcome.NotResponsible,
            _ when consultation is { CannotDiagnoseOnline: true, Disposition: null } => ConsultationOutcome.DispositionMissing,
            // A question to the pharmacist is not an answer to the family.
            ConsultationAuthor.Physician when consultation.AwaitsPhysician || consultation.OpinionAskedAt is not null =>
                ConsultationOutcome.Unanswered,
            _ => ConsultationOutcome.Done,
        };
}
