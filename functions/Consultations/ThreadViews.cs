using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <param name="View">The thread as it stands, where there is one that the caller may see.</param>
public sealed record ThreadResult(ThreadOutcome Outcome, ThreadView? View, IReadOnlyList<FieldError> Errors);

/// <summary>Puts a thread and its messages together.</summary>
public sealed class ThreadViews(HouseholdDocuments documents)
{
    public async Task<ThreadView> OfAsync(Household household, ConsultationThread thread, CancellationToken cancellationToken)
    {
        var entries = await MessagesOfAsync(household.Id, thread, cancellationToken);
        var messages = thread.Messages.Select(head => (Head: head, Entry: entries[ThreadEntry.IdOf(thread, head)]));
        return ThreadView.Of(
            household,
            thread,
            [
                .. messages.Select(one => new MessageView(
                    one.Head.Id, one.Head.At, one.Head.Author, ThreadEntry.NameIn(one.Entry), one.Entry.Note ?? "", one.Entry.Readings, ThreadEntry.DispositionIn(one.Entry))),
            ]);
    }

    internal async Task<ThreadResult> OfAsync(Changed<ThreadDecision>? changed, int member, CancellationToken cancellationToken)
    {
        if (changed is not { Outcome: var decision, Household: var household }) { return new ThreadResult(ThreadOutcome.NotFound, null, []); }
        return decision.Thread is { } thread && thread.Member == member
            ? new ThreadResult(decision.Outcome, await OfAsync(household, thread, cancellationToken), [])
            : new ThreadResult(decision.Outcome, null, decision.Errors);
    }

    /// <summary>The thread's messages by id: the entries between its first and its last.</summary>
    private async Task<Dictionary<string, Entry>> MessagesOfAsync(HouseholdId household, ConsultationThread thread, CancellationToken cancellationToken)
    {
        var (first, last) = (thread.Messages.Min(message => message.At), thread.Messages.Max(message => message.At));
        // The kind stands in the key: what is something else need not be opened.
        var entries = await documents.ListAsync(
            household, Entry.Between(thread.Member, first, last.AddSeconds(1)), int.MaxValue, cancellationToken, key => key.Contains($":{ThreadEntry.Kind}:", StringComparison.Ordinal));
        return entries.Where(entry => entry.Reference == thread.Id).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }
}
