using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Conferences;

/// <summary>How an open conference is changed: one household commit, with the tasks, the access and the entry that follow.</summary>
public sealed class ConferenceChanges(Cases<Conference> cases, GuestPeriods guests, Signatures signatures, TimeProvider clock)
{
    /// <param name="decide">Pure: of the household and the conference as it stands, open or over, and what the caller is called, the
    /// outcome, and where it is Done the next and its entry.</param>
    internal async Task<ConferenceResult> ChangeAsync(
        CaseKey key,
        Caller caller,
        Func<Household, Conference, Signature?, DateTimeOffset, ConferenceChange> decide,
        CancellationToken cancellationToken
    )
    {
        var (signature, now) = (await signatures.OfAsync(caller, cancellationToken), clock.GetUtcNow());
        var changed = await cases.ChangeAsync(
            key,
            (partition, conference) => Decide(partition, conference, caller, signature, decide, now),
            cancellationToken
        );
        return changed?.Outcome ?? new ConferenceResult(ConferenceOutcome.NotFound);
    }

    private HouseholdUpdate<ConferenceResult> Decide(
        HouseholdPartition partition,
        Conference conference,
        Caller caller,
        Signature? signature,
        Func<Household, Conference, Signature?, DateTimeOffset, ConferenceChange> decide,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (!caller.MaySee(household, conference.Member))
        {
            return HouseholdUpdate.None(new ConferenceResult(ConferenceOutcome.NotFound));
        }
        var change = decide(household, conference, signature, now);
        if (change is not { Next: { } next, Entry: { } entry })
        {
            return HouseholdUpdate.None(ConferenceResult.Of(change.Outcome, household, conference, caller, now.ToChinaDate()));
        }

        var entered = NewEntry.In(partition, household.With(next, guests), entry);
        var result = ConferenceResult.Of(ConferenceOutcome.Done, entered.Household, next, caller, now.ToChinaDate());
        return HouseholdUpdate.Of(result, entered.Household, [.. entered.Changes, .. Conference.StoredAs.Next(next)]);
    }
}

internal sealed record ConferenceChange(ConferenceOutcome Outcome, Conference? Next = null, Entry? Entry = null);
