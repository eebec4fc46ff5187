using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <param name="Thread">As it stands now, where the caller may know of it.</param>
internal sealed record ThreadDecision(ThreadOutcome Outcome, ConsultationThread? Thread, IReadOnlyList<FieldError> Errors)
{
    public static HouseholdUpdate<ThreadDecision> Nothing(ThreadOutcome outcome, ConsultationThread? thread = null) => HouseholdUpdate.None(new ThreadDecision(outcome, thread, []));

    public static HouseholdUpdate<ThreadDecision> Invalid(IReadOnlyList<FieldError> errors) => HouseholdUpdate.None(new ThreadDecision(ThreadOutcome.Invalid, null, errors));

    /// <summary>The thread with one more message, which is an entry of the record; whose turn it is now is on the lists with it.</summary>
    public static HouseholdUpdate<ThreadDecision> Say(
        HouseholdPartition partition, ConsultationThread thread, NewMessage message, bool isUrgent, ThreadAuthor author, Caller caller, DateTimeOffset now)
    {
        var head = new MessageHead(message.Id, now, caller.AccountId, author, message.Fingerprint);
        var next = thread.With(head, message, isUrgent);
        var entry = NewEntry.In(partition, partition.Household, ThreadEntry.Of(next, head, message, caller.DisplayName));
        return HouseholdUpdate.Of(
            new ThreadDecision(ThreadOutcome.Done, next, []), entry.Household.With(next), [.. entry.Changes, .. ConsultationThread.StoredAs.Next(next)]);
    }

    /// <summary>The thread with another state and no message. Over, it moves to the history.</summary>
    public static HouseholdUpdate<ThreadDecision> Turn(HouseholdPartition partition, ConsultationThread next)
    {
        return HouseholdUpdate.Of(new ThreadDecision(ThreadOutcome.Done, next, []), partition.Household.With(next), ConsultationThread.StoredAs.Next(next));
    }
}
