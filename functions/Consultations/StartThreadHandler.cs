using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// A question begins. A complaint that is about no diagnosed condition becomes care guidance that says so, with the triage's advice at
/// once: nobody diagnoses it online.
/// </summary>
public sealed class StartThreadHandler(
    HouseholdChanges changes, Cases<ConsultationThread> threads, ThreadViews views, ThreadCheck check, SymptomCheck symptoms, TriageDesk desk, TimeProvider clock)
{
    public const int MostOpenThreads = 20;

    public async Task<ThreadResult> HandleAsync(CaseKey key, StartThread given, Caller caller, CancellationToken cancellationToken)
    {
        var over = await threads.FindPastAsync(key, cancellationToken);
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, key, over, given, caller, now), cancellationToken);
        return await views.OfAsync(changed, key.Member, cancellationToken);
    }

    private HouseholdUpdate<ThreadDecision> Decide(
        HouseholdPartition partition, CaseKey key, ConsultationThread? over, StartThread given, Caller caller, DateTimeOffset now)
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household)) { return ThreadDecision.Nothing(ThreadOutcome.NotFound); }
        var fingerprint = ThreadCheck.FingerprintOf(given);
        if (ConsultationThread.StoredAs.FindOpen(partition, key) is { } started) { return Again(started, fingerprint); }
        if (over is not null) { return Again(over, fingerprint); }
        if (household.PresentMembers.FirstOrDefault(member => member.Number == key.Member) is not { } member
            || partition.Find(HealthRecord.StoredAs.Of(key.Member)) is not { } record) { return ThreadDecision.Nothing(ThreadOutcome.NotFound); }

        var (thread, message, errors) = Check(key, record, given, caller, fingerprint, now);
        if (errors.Count > 0) { return ThreadDecision.Invalid(errors); }
        if (household.PhysicianId is null) { return ThreadDecision.Nothing(ThreadOutcome.NoPhysician); }
        if (household.Members.Sum(one => ConsultationThread.StoredAs.CountOpen(partition, one.Number)) >= MostOpenThreads) { return ThreadDecision.Nothing(ThreadOutcome.TooManyThreads); }

        var age = CarePlanDraft.AgeAt(member.BornOn, now.ToChinaDate());
        if (given.Symptoms is { Count: > 0 } || thread.CannotDiagnoseOnline) { thread = thread with { Triage = desk.Assess(age, given.Symptoms ?? [], message.Readings) }; }
        var isUrgent = thread.Triage?.Level <= TriageLevel.Today || desk.IsUrgent(age, message.Text, message.Readings);
        return ThreadDecision.Say(partition, thread, message, isUrgent, ThreadAuthor.HealthWorker, caller, now);
    }

    private static HouseholdUpdate<ThreadDecision> Again(ConsultationThread thread, string fingerprint) =>
        ThreadDecision.Nothing(thread.StartFingerprint == fingerprint ? ThreadOutcome.Unchanged : ThreadOutcome.SentDifferently, thread);

    private (ConsultationThread Thread, NewMessage Message, IReadOnlyList<FieldError> Errors) Check(
        CaseKey key, HealthRecord record, StartThread given, Caller caller, string fingerprint, DateTimeOffset now)
    {
        var findings = new Findings();
        ThreadKind? kind = given.Kind switch { "medication" => ThreadKind.Medication, "guidance" => ThreadKind.Guidance, _ => null };
        if (kind is null) { findings.Add("kind", string.IsNullOrEmpty(given.Kind) ? "required" : "unknown-value"); }
        var condition = string.IsNullOrEmpty(given.Condition) ? null : given.Condition;
        if (condition is not null && record.Conditions.All(known => known.Code != condition)) { findings.Add("condition", "condition-not-diagnosed"); }
        // Symptoms of nothing that is diagnosed are a new complaint, whatever the question is called.
        var isNew = condition is null && (kind is ThreadKind.Guidance || given.Symptoms is { Count: > 0 });
        if (symptoms.Check(findings, given.Symptoms).Count == 0 && isNew && given.Symptoms is null or []) { findings.Add("symptoms", "required"); }
        // The first message bears the thread's own id.
        var message = check.Message(findings, key.Id, new WriteMessage(given.Text, given.Readings, null), now);
        var about = isNew ? ThreadKind.Guidance : kind ?? default;
        var thread = new ConsultationThread(key.Id, key.Member, about, now, caller.AccountId, fingerprint, condition, isNew);
        return (thread, message, findings.Errors);
    }
}
