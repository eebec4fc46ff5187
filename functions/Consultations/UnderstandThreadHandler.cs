using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Consultations;

/// <summary>The family's side has read an answer and carries it out. A later answer still waits to be read.</summary>
public sealed class UnderstandThreadHandler(HouseholdChanges changes, ThreadTable threads, ThreadViews views, FieldSealer sealer)
{
    public async Task<ThreadResult> HandleAsync(ThreadKey key, UnderstandThread given, Caller caller, CancellationToken cancellationToken)
    {
        var over = await threads.FindOverAsync(key.Household, key.Member, key.Thread, cancellationToken);
        var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, key, over, given, caller), cancellationToken);
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private Decision<ThreadDecision> Decide(HouseholdPartition partition, ThreadKey key, ConsultationThread? over, UnderstandThread given, Caller caller)
    {
        if (!caller.MayCareFor(partition.Household)) { return ThreadDecision.Nothing(ThreadOutcome.NotFound); }
        if (ThreadRow.Find(partition, key.Member, key.Thread, sealer) is not { } thread)
        {
            return over is null ? ThreadDecision.Nothing(ThreadOutcome.NotFound) : ThreadDecision.Nothing(ThreadOutcome.Unchanged, over);
        }

        if (thread.Messages.All(message => message.Id != given.MessageId)) { return ThreadDecision.Invalid([new("messageId", given.MessageId is null ? "required" : "unknown-value")]); }
        var next = thread.UnderstoodUpTo(given.MessageId!);
        return next == thread ? ThreadDecision.Nothing(ThreadOutcome.Unchanged, thread) : ThreadDecision.Turn(partition, next, sealer);
    }
}
