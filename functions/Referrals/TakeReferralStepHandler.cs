using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.Reminders;
using Azure.Data.Tables;

namespace Alleviation.Functions.Referrals;

/// <summary>Takes a referral one step on: one household commit, with the tasks, the access and the entry that follow.</summary>
public sealed class TakeReferralStepHandler(
    HouseholdTable households, CaseTable cases, HouseholdChanges changes, Roster roster, ReferralUrgencies urgencies, ReferralClock limits, FieldSealer sealer,
    GuestPeriods guests, TimeProvider clock)
{
    private const int Attempts = 5;

    public async Task<TakeReferralStepResult> HandleAsync(CaseKey key, TakeReferralStep given, Caller caller, CancellationToken cancellationToken)
    {
        var (command, findings) = Check(given);
        if (findings.Errors.Count > 0) { return new TakeReferralStepResult(TakeReferralStepOutcome.Invalid) { Errors = findings.Errors }; }
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var read }
                || await cases.FindAsync<Referral>(key.Household, ReferralRow.Kind, key.Member, key.Id, cancellationToken) is not { } stored)
            {
                return new TakeReferralStepResult(TakeReferralStepOutcome.NotFound);
            }

            IReadOnlyList<Physician> physicians = [];
            if (command.Step is ReferralStep.Decline && ReferralRights.MayTake(caller, read, stored, command.Step) && !stored.IsOver)
            {
                physicians = await roster.ForVillageAsync(read.VillageCode, cancellationToken);
                await limits.SetAsync(key, stored.Turn + 1, urgencies[stored.Urgency].AcceptTime, cancellationToken);
            }

            var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, stored, key, command, caller, physicians), cancellationToken);
            if (changed?.Outcome is { } result) { return result; }
        }

        throw new ChangedMeanwhileException();
    }

    /// <returns>An outcome of null where it ended since it was read, so that it has to be read again.</returns>
    private Decision<TakeReferralStepResult?> Decide(
        HouseholdPartition partition, Referral stored, CaseKey key, TakeReferralStep command, Caller caller, IReadOnlyList<Physician> physicians)
    {
        var (household, now) = (partition.Household, clock.GetUtcNow());
        // What is over is as it was read: nothing changes it again.
        if ((ReferralRow.Find(partition, key, sealer) ?? (stored.IsOver ? stored : null)) is not { } referral) { return Decision.Nothing<TakeReferralStepResult?>(null); }
        var decision = ReferralDecision.Of(household, referral, command, caller, physicians, urgencies[referral.Urgency], now);
        if (decision.Outcome is not TakeReferralStepOutcome.Taken) { return Decision.Nothing<TakeReferralStepResult?>(ResultOf(household, decision, caller)); }

        var next = household.With(decision.Referral, guests);
        var rows = new List<TableEntity> { ReferralRow.Write(household.Id, decision.Referral, sealer) };
        if (EntryOf(decision.Referral, command.Step, caller) is { } entry)
        {
            var entered = NewEntry.In(partition, next, entry, sealer);
            (next, rows) = (entered.Household, [.. rows, .. entered.Rows]);
        }

        return Decision.Change<TakeReferralStepResult?>(ResultOf(next, decision, caller), next, rows) with
        {
            Gone = decision.Referral.IsOver ? [ReferralRow.OpenKey(referral)] : [],
            Reminders = command.Step is ReferralStep.Answer ? [ReminderFacts.Answered(decision.Referral)] : [],
        };
    }

    private TakeReferralStepResult ResultOf(Household household, ReferralDecision decision, Caller caller) => new(
        decision.Outcome,
        caller.MaySee(household, decision.Referral.Member) ? ReferralView.Of(household, decision.Referral, caller, clock.Today()) : null);

    private static Entry? EntryOf(Referral referral, ReferralStep step, Caller caller) => step switch
    {
        ReferralStep.Answer => ReferralEntries.Answered(referral, caller.AccountId),
        ReferralStep.Close or ReferralStep.Withdraw => ReferralEntries.Ended(referral),
        _ => null,
    };

    private static (TakeReferralStep Command, Findings Findings) Check(TakeReferralStep given)
    {
        var findings = new Findings();
        var isReasonRequired = given.Step is ReferralStep.Decline or ReferralStep.Withdraw;
        var reason = isReasonRequired
            ? NoteCheck.Required(findings, "reason", given.Reason, given.Step is ReferralStep.Decline ? ReferralCheck.LongestReason : ReferralCheck.LongestText)
            : NoteCheck.Optional(findings, "reason", given.Reason, ReferralCheck.LongestText);
        if (given.Step is not ReferralStep.Answer) { return (new TakeReferralStep(given.Step, reason), findings); }
        var command = given with
        {
            Findings = NoteCheck.Required(findings, "findings", given.Findings, ReferralCheck.LongestText),
            Instructions = NoteCheck.Required(findings, "instructions", given.Instructions, ReferralCheck.LongestText),
        };
        return (command, findings);
    }
}
