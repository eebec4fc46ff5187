using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>One more message: a question, an answer, an opinion. Two at once are both kept, in the order in which they were committed.</summary>
public sealed class WriteMessageHandler(
    HouseholdChanges changes, ThreadTable threads, ThreadViews views, ThreadCheck check, TriageDesk desk, FieldSealer sealer, TimeProvider clock)
{
    private const int MostMessages = 50;

    public async Task<ThreadResult> HandleAsync(ThreadKey key, string messageId, WriteMessage given, Caller caller, CancellationToken cancellationToken)
    {
        var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, key, messageId, given, caller, over: null), cancellationToken);
        if (changed?.Outcome.Outcome is ThreadOutcome.NotFound && await threads.FindOverAsync(key.Household, key.Member, key.Thread, cancellationToken) is { } over)
        {
            changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, key, messageId, given, caller, over), cancellationToken);
        }

        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private Decision<ThreadDecision> Decide(HouseholdPartition partition, ThreadKey key, string messageId, WriteMessage given, Caller caller, ConsultationThread? over)
    {
        var (household, now) = (partition.Household, clock.GetUtcNow());
        if (!caller.MayCareFor(household) || (ThreadRow.Find(partition, key.Member, key.Thread, sealer) ?? over) is not { } thread)
        {
            return ThreadDecision.Nothing(ThreadOutcome.NotFound);
        }

        var author = ThreadAuthors.Of(caller, household);
        var findings = new Findings();
        var message = check.Message(findings, messageId, given, now);
        if (given.Disposition is not null && author is ThreadAuthor.HealthWorker) { findings.Add("disposition", "physician-only"); }
        if (given.Disposition is not null && thread.Kind is not ThreadKind.Guidance) { findings.Add("disposition", "guidance-only"); }
        if (findings.Errors.Count > 0) { return ThreadDecision.Invalid(findings.Errors); }
        if (thread.Messages.FirstOrDefault(known => known.Id == messageId) is { } sent)
        {
            var isSame = sent.Fingerprint == message.Fingerprint && sent.By == caller.AccountId;
            return ThreadDecision.Nothing(isSame ? ThreadOutcome.Unchanged : ThreadOutcome.SentDifferently, thread);
        }

        if (thread.Closure is not null) { return ThreadDecision.Nothing(ThreadOutcome.Closed, thread); }
        if (thread.Messages.Count >= MostMessages) { return ThreadDecision.Nothing(ThreadOutcome.Full, thread); }
        if (given.AskPharmacist && author is not ThreadAuthor.Physician) { return ThreadDecision.Nothing(ThreadOutcome.NotResponsible, thread); }
        if (given.AskPharmacist && ThreadAuthors.PharmacistOf(household) is null) { return ThreadDecision.Nothing(ThreadOutcome.NoPharmacist, thread); }

        var bornOn = household.Members.First(member => member.Number == key.Member).BornOn;
        var isUrgent = author is ThreadAuthor.HealthWorker && desk.IsUrgent(CarePlanDraft.AgeAt(bornOn, now.ToChinaDate()), message.Text, message.Readings);
        return ThreadDecision.Say(partition, thread, message, isUrgent, author, caller, now, sealer);
    }
}
