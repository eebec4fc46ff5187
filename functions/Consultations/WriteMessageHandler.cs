using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// One more message: a question, an answer, an opinion. Two at once are both kept, in the order in which they were committed.
/// </summary>
public sealed class WriteMessageHandler(
    Cases<Consultation> consultations,
    ConsultationViews views,
    ConsultationCheck check,
    TriageDesk desk,
    TimeProvider clock
)
{
    private const int MaxMessages = 50;

    public async Task<ConsultationResult> HandleAsync(
        CaseKey key,
        string messageId,
        MessageRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var changed = await consultations.ChangeAsync(
            key,
            (partition, consultation) => Decide(partition, consultation, messageId, request, caller, now),
            cancellationToken
        );
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private HouseholdUpdate<ConsultationDecision> Decide(
        HouseholdPartition partition,
        Consultation consultation,
        string messageId,
        MessageRequest request,
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
        var validationErrors = new ValidationErrors();
        var message = check.Message(validationErrors, messageId, request, now);
        if (request.Disposition is not null && author is ConsultationAuthor.HealthWorker)
        {
            validationErrors.Add("disposition", "physician-only");
        }
        if (request.Disposition is not null && consultation.Kind is not ConsultationKind.Guidance)
        {
            validationErrors.Add("disposition", "guidance-only");
        }
        if (validationErrors.Errors.Count > 0)
        {
            return ConsultationDecision.Invalid(validationErrors.Errors);
        }
        if (consultation.Messages.FirstOrDefault(known => known.Id == messageId) is { } sent)
        {
            var isSame = sent.Fingerprint == message.Fingerprint && sent.By == caller.AccountId;
            return ConsultationDecision.Nothing(isSame ? ConsultationOutcome.Unchanged : ConsultationOutcome.SentDifferently, consultation);
        }

        if (consultation.Closure is not null)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.Closed, consultation);
        }
        if (consultation.Messages.Count >= MaxMessages)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.Full, consultation);
        }
        if (request.AskPharmacist && author is not ConsultationAuthor.Physician)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NotResponsible, consultation);
        }
        if (request.AskPharmacist && ConsultationAuthors.PharmacistOf(household) is null)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NoPharmacist, consultation);
        }

        var patient = household.Members.First(member => member.Number == consultation.Member);
        var isUrgent =
            author is ConsultationAuthor.HealthWorker && desk.IsUrgent(patient.AgeAt(now.ToChinaDate()), message.Text, message.Readings);
        return ConsultationDecision.Say(partition, consultation, message, isUrgent, author, caller, now);
    }
}
