using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Referrals;

/// <summary>Sends a referral, once, however often it is sent.</summary>
public sealed class SendReferralHandler(
    HouseholdTable households, Cases<Referral> cases, HouseholdChanges changes, Roster roster, ReferralCheck check, ReferralClock limits,
    GuestPeriods guests, TimeProvider clock)
{
    /// <summary>Open ones of one member: more is a mistake, and the header has to stay small.</summary>
    private const int MostOpen = 10;
    private const int Attempts = 5;

    public async Task<SendReferralResult> HandleAsync(CaseKey key, SendReferral command, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }) { return new SendReferralResult(SendReferralOutcome.NotFound); }
            // Asked after the header was read: while its version stands, what was not found then is not there.
            var stored = await cases.FindAsync(key, cancellationToken);
            var physicians = await roster.ForVillageAsync(household.VillageCode, cancellationToken);
            var (result, referral) = Decide(household, stored, key, command, physicians, caller);
            if (referral is null) { return result; }

            await limits.SetAsync(key, referral.Turn, referral.AcceptBy!.Value - referral.SentAt, cancellationToken);
            var changed = await changes.ChangeAsync(key.Household, partition => Commit(partition, household.Version, referral, result), cancellationToken);
            if (changed?.Outcome is { } answer) { return answer; }
        }

        throw new ChangedMeanwhileException();
    }

    /// <returns>What is answered; a referral where there is one to commit first.</returns>
    private (SendReferralResult Result, Referral? Referral) Decide(
        Household household, Referral? stored, CaseKey key, SendReferral command, IReadOnlyList<Physician> physicians, Caller caller)
    {
        if (!caller.MaySee(household, key.Member) || household.Members.FirstOrDefault(one => one.Number == key.Member) is not { } member)
        {
            return (new SendReferralResult(SendReferralOutcome.NotFound), null);
        }

        if (stored is not null)
        {
            var outcome = Says(stored, command, caller) ? SendReferralOutcome.SentBefore : SendReferralOutcome.Differs;
            return (new SendReferralResult(outcome, ReferralView.Of(household, stored, caller, clock.Today())), null);
        }

        if (!ReferralRights.MaySend(caller, household, key.Member, command.Direction ?? ReferralDirection.Up)) { return (new SendReferralResult(SendReferralOutcome.NotAllowed), null); }
        if (member.RecordNumber is null || member.LeftOn is not null) { return (new SendReferralResult(SendReferralOutcome.NoRecord), null); }
        var (referral, errors) = check.Check(key, command, household, physicians, caller, clock.GetUtcNow());
        return referral is null
            ? (new SendReferralResult(SendReferralOutcome.Invalid) { Errors = errors }, null)
            : (new SendReferralResult(SendReferralOutcome.Sent, ReferralView.Of(household, referral, caller, clock.Today())), referral);
    }

    /// <returns>An outcome of null where the household was changed since, so that all has to be decided again.</returns>
    private HouseholdUpdate<SendReferralResult?> Commit(HouseholdPartition partition, int version, Referral referral, SendReferralResult result)
    {
        if (partition.Household.Version != version) { return HouseholdUpdate.None<SendReferralResult?>(null); }
        if (Referral.StoredAs.CountOpen(partition, referral.Member) >= MostOpen)
        {
            return HouseholdUpdate.None<SendReferralResult?>(new SendReferralResult(SendReferralOutcome.TooMany));
        }

        var entered = NewEntry.In(partition, partition.Household.With(referral, guests), ReferralEntries.Sent(referral));
        return HouseholdUpdate.Of<SendReferralResult?>(result, entered.Household, [.. entered.Changes, Referral.StoredAs.Begin(referral)]);
    }

    private static bool Says(Referral stored, SendReferral command, Caller caller) =>
        stored.SentBy == caller.AccountId
        && stored.Direction == command.Direction
        && stored.Urgency == command.Urgency
        && (command.Discipline is null || stored.Discipline == command.Discipline)
        && stored.Condition == NullIfEmpty(command.Condition)
        && stored.Named == NullIfEmpty(command.To)
        && stored.Reason == Plain(command.Reason)
        && stored.Instructions == NullIfEmpty(Plain(command.Instructions));

    private static string? Plain(string? text) => text?.Trim().ReplaceLineEndings("\n");

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
