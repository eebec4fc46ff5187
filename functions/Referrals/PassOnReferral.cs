using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;

namespace Alleviation.Functions.Referrals;

public enum PassOnReferralOutcome
{
    /// <summary>The next is asked, or the sender has it back.</summary>
    PassedOn,

    /// <summary>There is time left; the limit is set again.</summary>
    TooEarly,

    /// <summary>It was accepted, declined or withdrawn in time, was passed on before, or was never sent.</summary>
    NothingToDo,
}

/// <summary>Passes a referral on that nobody accepted in time. A limit that comes twice, or late, does no harm.</summary>
public sealed class PassOnReferralHandler(
    HouseholdTable households,
    Cases<Referral> cases,
    HouseholdChanges changes,
    Roster roster,
    ReferralUrgencies urgencies,
    ReferralClock limits,
    GuestPeriods guests,
    TimeProvider clock
)
{
    public async Task<PassOnReferralOutcome> HandleAsync(ReferralTimeout message, CancellationToken cancellationToken)
    {
        if (!CaseKey.TryParse(message.Household, message.Member, message.Referral, out var key))
        {
            throw new FormatException("A message points at no referral.");
        }
        if (
            await households.FindAsync(key.Household, cancellationToken) is not { Household: var read }
            || await cases.FindAsync(key, cancellationToken) is not { Status: ReferralStatus.Sent } stored
            || stored.Turn != message.Turn
        )
        {
            return PassOnReferralOutcome.NothingToDo;
        }

        var now = clock.GetUtcNow();
        if (stored.AcceptBy - now is { } left && left > TimeSpan.Zero)
        {
            await limits.SetAsync(key, stored.Turn, left, cancellationToken);
            return PassOnReferralOutcome.TooEarly;
        }

        var physicians = await roster.ForVillageAsync(read.VillageCode, cancellationToken);
        await limits.SetAsync(key, stored.Turn + 1, urgencies[stored.Urgency].AcceptTime, cancellationToken);
        var changed = await changes.ChangeAsync(
            key.Household,
            partition => Decide(partition, key, message.Turn, physicians, now),
            cancellationToken
        );
        return changed?.Outcome ?? PassOnReferralOutcome.NothingToDo;
    }

    private HouseholdUpdate<PassOnReferralOutcome> Decide(
        HouseholdPartition partition,
        CaseKey key,
        int turn,
        IReadOnlyList<Physician> physicians,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        return
            Referral.StoredAs.FindOpen(partition, key) is { } referral
            && ReferralDecision.PassedOn(household, referral, turn, physicians, urgencies[referral.Urgency], now) is { } next
            ? HouseholdUpdate.Of(PassOnReferralOutcome.PassedOn, household.With(next, guests), Referral.StoredAs.Next(next))
            : HouseholdUpdate.None(PassOnReferralOutcome.NothingToDo);
    }

    /// <summary>Whether nothing is left to do: somebody took the referral, or it waits for another by now.</summary>
    public async Task<bool> IsDoneAsync(ReferralTimeout message, CancellationToken cancellationToken) =>
        CaseKey.TryParse(message.Household, message.Member, message.Referral, out var key)
        && (await cases.FindAsync(key, cancellationToken) is not { Status: ReferralStatus.Sent } referral || referral.Turn != message.Turn);
}
