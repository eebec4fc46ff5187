using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <param name="Consultation">As it stands now, where the caller may know of it.</param>
internal sealed record ConsultationDecision(ConsultationOutcome Outcome, Consultation? Consultation, IReadOnlyList<FieldError> Errors)
{
    public static HouseholdUpdate<ConsultationDecision> Nothing(ConsultationOutcome outcome, Consultation? consultation = null) =>
        HouseholdUpdate.None(new ConsultationDecision(outcome, consultation, []));

    public static HouseholdUpdate<ConsultationDecision> Invalid(IReadOnlyList<FieldError> errors) =>
        HouseholdUpdate.None(new ConsultationDecision(ConsultationOutcome.Invalid, null, errors));

    /// <summary>
    /// The consultation with one more message, which is an entry of the record; whose turn it is now is on the lists with it.
    /// </summary>
    public static HouseholdUpdate<ConsultationDecision> Say(
        HouseholdPartition partition,
        Consultation consultation,
        NewMessage message,
        bool isUrgent,
        ConsultationAuthor author,
        Caller caller,
        DateTimeOffset now
    )
    {
        var head = new MessageHead(message.Id, now, caller.AccountId, author, message.Fingerprint);
        var next = consultation.With(head, message, isUrgent);
        var entry = NewEntry.In(partition, partition.Household, ConsultationEntry.Of(next, head, message, caller.DisplayName));
        return HouseholdUpdate.Of(
            new ConsultationDecision(ConsultationOutcome.Done, next, []),
            entry.Household.With(next),
            [.. entry.Changes, .. Consultation.StoredAs.Next(next)]
        );
    }

    /// <summary>The consultation with another state and no message. Over, it moves to the history.</summary>
    public static HouseholdUpdate<ConsultationDecision> Turn(HouseholdPartition partition, Consultation next)
    {
        return HouseholdUpdate.Of(
            new ConsultationDecision(ConsultationOutcome.Done, next, []),
            partition.Household.With(next),
            Consultation.StoredAs.Next(next)
        );
    }
}
