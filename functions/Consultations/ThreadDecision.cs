using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <param name="Thread">As it stands now, where the caller may know of it.</param>
internal sealed record ThreadDecision(ThreadOutcome Outcome, ConsultationThread? Thread, IReadOnlyList<FieldError> Errors)
{
    public static Decision<ThreadDecision> Nothing(ThreadOutcome outcome, ConsultationThread? thread = null) => Decision.Nothing(new ThreadDecision(outcome, thread, []));

    public static Decision<ThreadDecision> Invalid(IReadOnlyList<FieldError> errors) => Decision.Nothing(new ThreadDecision(ThreadOutcome.Invalid, null, errors));

    /// <summary>The thread with one more message, which is an entry of the record; whose turn it is now is on the lists with it.</summary>
    public static Decision<ThreadDecision> Say(
        HouseholdPartition partition, ConsultationThread thread, NewMessage message, bool isUrgent, ThreadAuthor author, Caller caller, DateTimeOffset now, FieldSealer sealer)
    {
        var head = new MessageHead(message.Id, now, caller.AccountId, author, message.Fingerprint);
        var next = thread.With(head, message, isUrgent);
        var entry = NewEntry.In(partition, partition.Household, ThreadEntry.Of(next, head, message, caller.DisplayName), sealer);
        return Decision.Change(
            new ThreadDecision(ThreadOutcome.Done, next, []), entry.Household.With(next), [.. entry.Rows, ThreadRow.Write(partition.Household.Id, next, sealer)]);
    }

    /// <summary>The thread with another state and no message. Over, it moves to the history.</summary>
    public static Decision<ThreadDecision> Turn(HouseholdPartition partition, ConsultationThread next, FieldSealer sealer)
    {
        var decision = Decision.Change(new ThreadDecision(ThreadOutcome.Done, next, []), partition.Household.With(next), ThreadRow.Write(partition.Household.Id, next, sealer));
        return next.IsOver ? decision with { Gone = [ThreadRow.Key(next.Member, next.Id)] } : decision;
    }
}
