using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>One more message: a question, an answer, an opinion. Two at once are both kept, in the order in which they were committed.</summary>
public sealed class WriteMessageHandler(
    Cases<ConsultationThread> threads, ThreadViews views, ThreadCheck check, TriageDesk desk, TimeProvider clock)
{
    private const int MostMessages = 50;

    public async Task<ThreadResult> HandleAsync(CaseKey key, string messageId, WriteMessage given, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await threads.ChangeAsync(key, (partition, thread) => Decide(partition, thread, messageId, given, caller, now), cancellationToken);
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private HouseholdUpdate<ThreadDecision> Decide(
        HouseholdPartition partition, ConsultationThread thread, string messageId, WriteMessage given, Caller caller, DateTimeOffset now)
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household)) { return ThreadDecision.Nothing(ThreadOutcome.NotFound); }
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

        var bornOn = household.Members.First(member => member.Number == thread.Member).BornOn;
        var isUrgent = author is ThreadAuthor.HealthWorker && desk.IsUrgent(CarePlanDraft.AgeAt(bornOn, now.ToChinaDate()), message.Text, message.Readings);
        return ThreadDecision.Say(partition, thread, message, isUrgent, author, caller, now);
    }
}
