using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;

namespace Alleviation.Functions.Referrals;

/// <summary>What a step makes of a referral, asked of one who may or may not take it; pure.</summary>
internal sealed record ReferralDecision(TakeReferralStepOutcome Outcome, Referral Referral)
{
    public static ReferralDecision Of(
        Household household,
        Referral referral,
        TakeReferralStep command,
        Caller caller,
        Signature? signature,
        IReadOnlyList<Physician> roster,
        ReferralUrgency limits,
        DateTimeOffset now
    )
    {
        // Asked first: who takes a step again, after an answer that was lost, may have no right to it any more.
        if (WasTaken(referral, command, caller))
        {
            return new ReferralDecision(TakeReferralStepOutcome.TakenBefore, referral);
        }
        if (!caller.MaySee(household, referral.Member))
        {
            return new ReferralDecision(TakeReferralStepOutcome.NotFound, referral);
        }
        if (!ReferralRights.MayTake(caller, household, referral, command.Step))
        {
            return new ReferralDecision(TakeReferralStepOutcome.NotAllowed, referral);
        }
        if (ReferralSteps.After(referral.Status, command.Step) is not { } status)
        {
            return new ReferralDecision(TakeReferralStepOutcome.NotTheStep, referral);
        }
        return new ReferralDecision(
            TakeReferralStepOutcome.Taken,
            command.Step switch
            {
                ReferralStep.Accept => referral.Accepted(limits, now),
                ReferralStep.Decline => referral.PassedOn(
                    ReferralPassingCause.Declined,
                    command.Reason,
                    ReferralReceivers.Next(household, referral, roster),
                    limits,
                    now
                ),
                ReferralStep.See => referral.Seen(limits, now),
                ReferralStep.Answer => referral.Answered(
                    new ReferralAnswer(command.Findings!, command.Instructions!, now) { Signature = signature },
                    limits
                ),
                _ => referral.Ended(status, caller.AccountId, command.Reason, now),
            }
        );
    }

    /// <summary>The time limit of the turn has come.</summary>
    public static Referral? PassedOn(
        Household household,
        Referral referral,
        int turn,
        IReadOnlyList<Physician> roster,
        ReferralUrgency limits,
        DateTimeOffset now
    ) =>
        referral.Turn == turn && ReferralSteps.After(referral.Status, ReferralStep.PassOn) is not null && referral.AcceptBy <= now
            ? referral.PassedOn(
                ReferralPassingCause.NoAnswer,
                reason: null,
                ReferralReceivers.Next(household, referral, roster),
                limits,
                now
            )
            : null;

    private static bool WasTaken(Referral referral, TakeReferralStep command, Caller caller) =>
        command.Step switch
        {
            ReferralStep.Accept => referral.AcceptedAt is not null && IsReceiver(referral, caller),
            ReferralStep.Decline => referral.Passed.Any(passing =>
                passing.PhysicianId == caller.PhysicianId
                && passing.Cause is ReferralPassingCause.Declined
                && passing.Reason == command.Reason
            ),
            ReferralStep.See => referral.SeenAt is not null && IsReceiver(referral, caller),
            ReferralStep.Answer => referral.Answer is { } answer
                && answer.Findings == command.Findings
                && answer.Instructions == command.Instructions
                && IsReceiver(referral, caller),
            ReferralStep.Close => referral.Status is ReferralStatus.Closed && IsEndOf(referral, command, caller),
            ReferralStep.Withdraw => referral.Status is ReferralStatus.Withdrawn && IsEndOf(referral, command, caller),
            _ => false,
        };

    private static bool IsReceiver(Referral referral, Caller caller) => caller.PhysicianId is { } physician && referral.To == physician;

    private static bool IsEndOf(Referral referral, TakeReferralStep command, Caller caller) =>
        referral.End!.By == caller.AccountId && referral.End.Note == command.Reason;
}
