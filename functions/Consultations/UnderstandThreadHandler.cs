using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>The family's side has read an answer and carries it out. A later answer still waits to be read.</summary>
public sealed class UnderstandThreadHandler(Cases<ConsultationThread> threads, ThreadViews views)
{
    public async Task<ThreadResult> HandleAsync(CaseKey key, UnderstandThread given, Caller caller, CancellationToken cancellationToken)
    {
        var changed = await threads.ChangeAsync(key, (partition, thread) => Decide(partition, thread, given, caller), cancellationToken);
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private static HouseholdUpdate<ThreadDecision> Decide(HouseholdPartition partition, ConsultationThread thread, UnderstandThread given, Caller caller)
    {
        if (!caller.MayCareFor(partition.Household)) { return ThreadDecision.Nothing(ThreadOutcome.NotFound); }
        if (thread.IsOver) { return ThreadDecision.Nothing(ThreadOutcome.Unchanged, thread); }
        if (thread.Messages.All(message => message.Id != given.MessageId)) { return ThreadDecision.Invalid([new("messageId", given.MessageId is null ? "required" : "unknown-value")]); }
        var next = thread.UnderstoodUpTo(given.MessageId!);
        return next == thread ? ThreadDecision.Nothing(ThreadOutcome.Unchanged, thread) : ThreadDecision.Turn(partition, next);
    }
}
