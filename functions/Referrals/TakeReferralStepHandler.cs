using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Referrals;

/// <summary>Takes a referral one step on: one household commit, with the tasks, the access and the entry that follow.</summary>
public sealed class TakeReferralStepHandler(
    HouseholdTable households,
    Cases<Referral> cases,
    Roster roster,
    ReferralUrgencies urgencies,
    ReferralClock limits,
    GuestPeriods guests,
    Signatures signatures,
    TimeProvider clock
)
{
    public async Task<TakeReferralStepResult> HandleAsync(
        CaseKey key,
        TakeReferralStep step,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (command, validationErrors) = Check(step);
        if (validationErrors.Errors.Count > 0)
        {
            return new TakeReferralStepResult(TakeReferralStepOutcome.Invalid) { Errors = validationErrors.Errors };
        }
        var others = command.Step is ReferralStep.Decline ? await OthersAsync(key, caller, cancellationToken) : [];
        var signature = command.Step is ReferralStep.Answer ? await signatures.OfAsync(caller, cancellationToken) : null;
        var now = clock.GetUtcNow();
        var changed = await cases.ChangeAsync(
            key,
            (partition, referral) => Decide(partition, referral, command, caller, signature, others, now),
            cancellationToken
        );
        return changed?.Outcome ?? new TakeReferralStepResult(TakeReferralStepOutcome.NotFound);
    }

    /// <summary>Who may be asked next; until when whoever it is may accept is watched from now on.</summary>
    private async Task<IReadOnlyList<Physician>> OthersAsync(CaseKey key, Caller caller, CancellationToken cancellationToken)
    {
        if (
            await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }
            || await cases.FindAsync(key, cancellationToken) is not { IsOver: false } stored
            || !ReferralRights.MayTake(caller, household, stored, ReferralStep.Decline)
        )
        {
            return [];
        }
        await limits.SetAsync(key, stored.Turn + 1, urgencies[stored.Urgency].AcceptTime, cancellationToken);
        return await roster.ForVillageAsync(household.VillageCode, cancellationToken);
    }

    private HouseholdUpdate<TakeReferralStepResult> Decide(
        HouseholdPartition partition,
        Referral referral,
        TakeReferralStep command,
        Caller caller,
        Signature? signature,
        IReadOnlyList<Physician> physicians,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        var limits = urgencies[referral.Urgency];
        var decision = ReferralDecision.Of(household, referral, command, caller, signature, physicians, limits, now);
        if (decision.Outcome is not TakeReferralStepOutcome.Taken)
        {
            return HouseholdUpdate.None(ResultOf(household, decision, caller, now));
        }

        var next = household.With(decision.Referral, guests);
        var changed = Referral.StoredAs.Next(decision.Referral);
        // Whoever was sent because of it has been treated, and the sender has read what comes of it.
        if (
            decision.Referral is { Status: ReferralStatus.Closed, Direction: ReferralDirection.Up } closed
            && SettledUrgency.In(partition, next, closed.Member, finding => finding.TakenAt <= closed.SentAt) is { } settled
        )
        {
            (next, changed) = (settled.Household, [.. changed, .. settled.Changes]);
        }
        if (EntryOf(decision.Referral, command.Step, caller) is { } entry)
        {
            var entered = NewEntry.In(partition, next, entry);
            (next, changed) = (entered.Household, [.. changed, .. entered.Changes]);
        }

        return HouseholdUpdate.Of(ResultOf(next, decision, caller, now), next, changed) with
        {
            Reminders =
                command.Step is ReferralStep.Answer ? [new Reminder(ReminderKind.ReferralAnswered, referral.Id, referral.Member)] : [],
        };
    }

    private static TakeReferralStepResult ResultOf(Household household, ReferralDecision decision, Caller caller, DateTimeOffset now) =>
        new(
            decision.Outcome,
            caller.MaySee(household, decision.Referral.Member)
                ? ReferralView.Of(household, decision.Referral, caller, now.ToChinaDate())
                : null
        );

    private static Entry? EntryOf(Referral referral, ReferralStep step, Caller caller) =>
        step switch
        {
            ReferralStep.Answer => ReferralEntries.Answered(referral, caller.AccountId),
            ReferralStep.Close or ReferralStep.Withdraw => ReferralEntries.Ended(referral),
            _ => null,
        };

    private static (TakeReferralStep Command, ValidationErrors Findings) Check(TakeReferralStep step)
    {
        var validationErrors = new ValidationErrors();
        var isReasonRequired = step.Step is ReferralStep.Decline or ReferralStep.Withdraw;
        var reason = isReasonRequired
            ? NoteCheck.Required(
                validationErrors,
                "reason",
                step.Reason,
                step.Step is ReferralStep.Decline ? ReferralCheck.MaxReason : ReferralCheck.MaxText
            )
            : NoteCheck.Optional(validationErrors, "reason", step.Reason, ReferralCheck.MaxText);
        if (step.Step is not ReferralStep.Answer)
        {
            return (new TakeReferralStep(step.Step, reason), validationErrors);
        }
        var command = step with
        {
            Findings = NoteCheck.Required(validationErrors, "findings", step.Findings, ReferralCheck.MaxText),
            Instructions = NoteCheck.Required(validationErrors, "instructions", step.Instructions, ReferralCheck.MaxText),
        };
        return (command, validationErrors);
    }
}
