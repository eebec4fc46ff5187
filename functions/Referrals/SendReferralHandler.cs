using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Referrals;

/// <summary>Sends a referral, once, however often it is sent.</summary>
public sealed class SendReferralHandler(
    Cases<Referral> cases,
    Roster roster,
    ReferralCheck check,
    ReferralClock limits,
    GuestPeriods guests,
    Fingerprinter fingerprinter,
    Signatures signatures,
    TimeProvider clock
)
{
    /// <summary>Open ones of one member: more is a mistake, and the header has to stay small.</summary>
    private const int MaxOpen = 10;

    public async Task<SendReferralResult> HandleAsync(
        CaseKey key,
        SendReferralRequest command,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await cases.BeginAsync(
            key,
            async (household, stored, token) =>
            {
                var physicians = await roster.ForVillageAsync(household.VillageCode, token);
                var signature = await signatures.OfAsync(caller, token);
                var (result, referral) = Decide(household, stored, key, command, physicians, caller, signature, clock.GetUtcNow());
                if (referral is not null)
                {
                    await limits.SetAsync(key, referral.Turn, referral.AcceptBy!.Value - referral.SentAt, token);
                }
                return (result, referral);
            },
            Commit,
            cancellationToken
        ) ?? new SendReferralResult(SendReferralOutcome.NotFound);

    /// <returns>What is answered; a referral where there is one to commit first.</returns>
    private (SendReferralResult Result, Referral? Referral) Decide(
        Household household,
        Referral? stored,
        CaseKey key,
        SendReferralRequest command,
        IReadOnlyList<Physician> physicians,
        Caller caller,
        Signature? signature,
        DateTimeOffset now
    )
    {
        if (
            !caller.MaySee(household, key.Member)
            || household.Members.FirstOrDefault(person => person.Number == key.Member) is not { } member
        )
        {
            return (new SendReferralResult(SendReferralOutcome.NotFound), null);
        }

        var fingerprint = fingerprinter.OfContent("referral", command);
        if (stored is not null)
        {
            var isSame = stored.SentBy == caller.AccountId && stored.Fingerprint == fingerprint;
            var outcome = isSame ? SendReferralOutcome.SentBefore : SendReferralOutcome.Differs;
            return (new SendReferralResult(outcome, ReferralView.Of(household, stored, caller, now.ToChinaDate())), null);
        }

        if (!ReferralRights.MaySend(caller, household, key.Member, command.Direction ?? ReferralDirection.Up))
        {
            return (new SendReferralResult(SendReferralOutcome.NotAllowed), null);
        }
        if (member.RecordNumber is null || member.LeftOn is not null)
        {
            return (new SendReferralResult(SendReferralOutcome.NoRecord), null);
        }
        var (checkedReferral, errors) = check.Check(key, command, fingerprint, household, physicians, caller, now);
        if (checkedReferral is null)
        {
            return (new SendReferralResult(SendReferralOutcome.Invalid) { Errors = errors }, null);
        }
        var referral = checkedReferral with { Signature = signature };
        return (
            new SendReferralResult(SendReferralOutcome.Sent, ReferralView.Of(household, referral, caller, now.ToChinaDate())),
            referral
        );
    }

    private HouseholdUpdate<SendReferralResult?> Commit(HouseholdPartition partition, Referral referral, SendReferralResult result)
    {
        if (Referral.StoredAs.CountOpen(partition, referral.Member) >= MaxOpen)
        {
            return HouseholdUpdate.None<SendReferralResult?>(new SendReferralResult(SendReferralOutcome.TooMany));
        }

        var entered = NewEntry.In(partition, partition.Household.With(referral, guests), ReferralEntries.Sent(referral));
        return HouseholdUpdate.Of<SendReferralResult?>(result, entered.Household, [.. entered.Changes, Referral.StoredAs.Begin(referral)]);
    }
}
