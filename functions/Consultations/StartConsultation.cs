using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// A question begins. A complaint that is about no diagnosed condition becomes care guidance that says so, with the triage's advice at
/// once: nobody diagnoses it online.
/// </summary>
public sealed class StartConsultationHandler(
    HouseholdChanges changes,
    Cases<Consultation> consultations,
    ConsultationViews views,
    ConsultationCheck check,
    SymptomCheck symptoms,
    TriageDesk desk,
    TimeProvider clock
)
{
    public const int MaxOpenConsultations = 20;

    public async Task<ConsultationResult> HandleAsync(
        CaseKey key,
        StartConsultationRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var past = await consultations.FindPastAsync(key, cancellationToken);
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(
            key.Household,
            partition => Decide(partition, key, past, request, caller, now),
            cancellationToken
        );
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private HouseholdUpdate<ConsultationDecision> Decide(
        HouseholdPartition partition,
        CaseKey key,
        Consultation? past,
        StartConsultationRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household))
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NotFound);
        }
        var fingerprint = check.FingerprintOf(request);
        if (Consultation.StoredAs.FindOpen(partition, key) is { } started)
        {
            return Again(started, fingerprint);
        }
        if (past is not null)
        {
            return Again(past, fingerprint);
        }
        if (
            household.PresentMembers.FirstOrDefault(member => member.Number == key.Member) is not { } member
            || partition.Find(HealthRecord.StoredAs.Of(key.Member)) is not { } record
        )
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NotFound);
        }

        var (consultation, message, errors) = Check(key, record, request, caller, fingerprint, now);
        if (errors.Count > 0)
        {
            return ConsultationDecision.Invalid(errors);
        }
        if (household.PhysicianId is null)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.NoPhysician);
        }
        if (household.Members.Sum(person => Consultation.StoredAs.CountOpen(partition, person.Number)) >= MaxOpenConsultations)
        {
            return ConsultationDecision.Nothing(ConsultationOutcome.TooManyConsultations);
        }

        var age = member.AgeAt(now.ToChinaDate());
        if (request.Symptoms is { Count: > 0 } || consultation.CannotDiagnoseOnline)
        {
            consultation = consultation with { Triage = desk.Assess(age, request.Symptoms ?? [], message.Readings) };
        }
        var isUrgent = consultation.Triage?.Level <= TriageLevel.Today || desk.IsUrgent(age, message.Text, message.Readings);
        return ConsultationDecision.Say(partition, consultation, message, isUrgent, ConsultationAuthor.HealthWorker, caller, now);
    }

    private static HouseholdUpdate<ConsultationDecision> Again(Consultation consultation, string fingerprint) =>
        ConsultationDecision.Nothing(
            consultation.StartFingerprint == fingerprint ? ConsultationOutcome.Unchanged : ConsultationOutcome.SentDifferently,
            consultation
        );

    private (Consultation Consultation, NewMessage Message, IReadOnlyList<FieldError> Errors) Check(
        CaseKey key,
        HealthRecord record,
        StartConsultationRequest request,
        Caller caller,
        string fingerprint,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        ConsultationKind? kind = request.Kind switch
        {
            "medication" => ConsultationKind.Medication,
            "guidance" => ConsultationKind.Guidance,
            _ => null,
        };
        if (kind is null)
        {
            validationErrors.Add("kind", string.IsNullOrEmpty(request.Kind) ? "required" : "unknown-value");
        }
        var condition = string.IsNullOrEmpty(request.Condition) ? null : request.Condition;
        if (condition is not null && record.Conditions.All(known => known.Code != condition))
        {
            validationErrors.Add("condition", "condition-not-diagnosed");
        }
        // Symptoms of nothing that is diagnosed are a new complaint, whatever the question is called.
        var isNew = condition is null && (kind is ConsultationKind.Guidance || request.Symptoms is { Count: > 0 });
        if (symptoms.Check(validationErrors, request.Symptoms).Count == 0 && isNew && request.Symptoms is null or [])
        {
            validationErrors.Add("symptoms", "required");
        }
        // The first message has the consultation's own id.
        var message = check.Message(validationErrors, key.Id, new MessageRequest(request.Text, request.Readings, null), now);
        var about = isNew ? ConsultationKind.Guidance : kind ?? default;
        var consultation = new Consultation(key.Id, key.Member, about, now, caller.AccountId, fingerprint, condition, isNew);
        return (consultation, message, validationErrors.Errors);
    }
}
