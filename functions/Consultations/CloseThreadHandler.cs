using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// The responsible physician closes what is answered, the family's side what it asked. What the family's side has not read yet stays on its
/// list until it has; a new complaint is never closed without where, when and how to be seen.
/// </summary>
public sealed class CloseThreadHandler(Cases<ConsultationThread> threads, ThreadViews views, TimeProvider clock)
{
    public async Task<ThreadResult> HandleAsync(CaseKey key, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await threads.ChangeAsync(key, (partition, thread) => Decide(partition, thread, caller, now), cancellationToken);
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private static HouseholdUpdate<ThreadDecision> Decide(HouseholdPartition partition, ConsultationThread thread, Caller caller, DateTimeOffset now)
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household)) { return ThreadDecision.Nothing(ThreadOutcome.NotFound); }
        var author = ThreadAuthors.Of(caller, household);
        var outcome = MayClose(thread, author);
        return outcome is ThreadOutcome.Done
            ? ThreadDecision.Turn(partition, thread.Closed(new ThreadClosure(now, caller.AccountId, author)))
            : ThreadDecision.Nothing(outcome, thread);
    }

    internal static ThreadOutcome MayClose(ConsultationThread thread, ThreadAuthor author) => author switch
    {
        _ when thread.Closure is not null => ThreadOutcome.Unchanged,
        ThreadAuthor.Pharmacist or ThreadAuthor.Team => ThreadOutcome.NotResponsible,
        _ when thread is { CannotDiagnoseOnline: true, Disposition: null } => ThreadOutcome.DispositionMissing,
        // To have asked the pharmacist is no answer.
        ThreadAuthor.Physician when thread.AwaitsPhysician || thread.OpinionAskedAt is not null => ThreadOutcome.Unanswered,
        _ => ThreadOutcome.Done,
    };
}
