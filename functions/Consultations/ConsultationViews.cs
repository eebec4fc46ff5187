using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <param name="View">The consultation as it stands, where there is one that the caller may see.</param>
public sealed record ConsultationResult(ConsultationOutcome Outcome, ConsultationView? View, IReadOnlyList<FieldError> Errors);

/// <summary>Puts a consultation and its messages together.</summary>
public sealed class ConsultationViews(HouseholdDocuments documents)
{
    public async Task<ConsultationView> OfAsync(Household household, Consultation consultation, CancellationToken cancellationToken)
    {
        var entries = await MessagesOfAsync(household.Id, consultation, cancellationToken);
        var messages = consultation.Messages.Select(head => (Head: head, Entry: entries[ConsultationEntry.IdOf(consultation, head)]));
        return ConsultationView.Of(
            household,
            consultation,
            [
                .. messages.Select(message => new MessageView(
                    message.Head.Id,
                    message.Head.At,
                    message.Head.Author,
                    ConsultationEntry.NameIn(message.Entry),
                    message.Entry.Signature,
                    message.Entry.Note ?? "",
                    message.Entry.Readings,
                    ConsultationEntry.DispositionIn(message.Entry)
                )),
            ]
        );
    }

    internal async Task<ConsultationResult> OfAsync(Changed<ConsultationDecision>? changed, int member, CancellationToken cancellationToken)
    {
        if (changed is not { Outcome: var decision, Household: var household })
        {
            return new ConsultationResult(ConsultationOutcome.NotFound, null, []);
        }
        return decision.Consultation is { } consultation && consultation.Member == member
            ? new ConsultationResult(decision.Outcome, await OfAsync(household, consultation, cancellationToken), [])
            : new ConsultationResult(decision.Outcome, null, decision.Errors);
    }

    /// <summary>The consultation's messages by id: the entries between its first and its last.</summary>
    private async Task<Dictionary<string, Entry>> MessagesOfAsync(
        HouseholdId household,
        Consultation consultation,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (consultation.Messages.Min(message => message.At), consultation.Messages.Max(message => message.At));
        // The kind stands in the key: what is something else need not be opened.
        var entries = await documents.ListAsync(
            household,
            Entry.Between(consultation.Member, first, last.AddSeconds(1)),
            int.MaxValue,
            cancellationToken,
            key => key.Contains($":{ConsultationEntry.Kind}:", StringComparison.Ordinal)
        );
        return entries.Where(entry => entry.Reference == consultation.Id).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }
}
