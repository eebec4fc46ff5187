using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Conferences;

/// <summary>Calls a conference, once, however often it is sent. The responsible physician does.</summary>
public sealed class CallConferenceHandler(
    HouseholdTable households, Cases<Conference> cases, HouseholdChanges changes, Roster roster, GuestPeriods guests, TimeProvider clock)
{
    private const int MostOpen = 5;
    private const int Attempts = 5;

    public async Task<ConferenceResult> HandleAsync(CaseKey key, CallConference command, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }) { return new ConferenceResult(ConferenceOutcome.NotFound); }
            // Asked after the header was read: while its version stands, what was not found then is not there.
            var stored = await cases.FindAsync(key, cancellationToken);
            var physicians = await roster.ForVillageAsync(household.VillageCode, cancellationToken);
            var (result, conference) = Decide(household, stored, key, command, physicians, caller);
            if (conference is null) { return result; }

            var changed = await changes.ChangeAsync(key.Household, partition => Commit(partition, household.Version, conference, caller), cancellationToken);
            if (changed?.Outcome is { } answer) { return answer; }
        }

        throw new ChangedMeanwhileException();
    }

    /// <returns>What is answered; a conference where there is one to commit first.</returns>
    private (ConferenceResult Result, Conference? Conference) Decide(
        Household household, Conference? stored, CaseKey key, CallConference command, IReadOnlyList<Physician> physicians, Caller caller)
    {
        if (!caller.MayCareFor(household) || household.Members.FirstOrDefault(one => one.Number == key.Member) is not { } member)
        {
            return (new ConferenceResult(ConferenceOutcome.NotFound), null);
        }

        if (stored is not null)
        {
            return (ConferenceResult.Of(command.Called(stored, caller) ? ConferenceOutcome.DoneBefore : ConferenceOutcome.Differs, household, stored, caller, clock.Today()), null);
        }

        if (household.PhysicianId != caller.PhysicianId) { return (new ConferenceResult(ConferenceOutcome.NotAllowed), null); }
        if (member.RecordNumber is null || member.LeftOn is not null) { return (new ConferenceResult(ConferenceOutcome.NoRecord), null); }
        var (conference, errors) = command.Check(key, household, physicians, caller, clock.GetUtcNow());
        return (new ConferenceResult(ConferenceOutcome.Invalid) { Errors = errors }, conference);
    }

    /// <returns>An outcome of null where the household was changed since, so that all has to be decided again.</returns>
    private HouseholdUpdate<ConferenceResult?> Commit(HouseholdPartition partition, int version, Conference conference, Caller caller)
    {
        if (partition.Household.Version != version) { return HouseholdUpdate.None<ConferenceResult?>(null); }
        if (Conference.StoredAs.CountOpen(partition, conference.Member) >= MostOpen)
        {
            return HouseholdUpdate.None<ConferenceResult?>(new ConferenceResult(ConferenceOutcome.TooMany));
        }

        var entered = NewEntry.In(partition, partition.Household.With(conference, guests), ConferenceEntries.Called(conference, caller.AccountId));
        var result = ConferenceResult.Of(ConferenceOutcome.Done, entered.Household, conference, caller, clock.Today());
        return HouseholdUpdate.Of<ConferenceResult?>(result, entered.Household, [.. entered.Changes, Conference.StoredAs.Begin(conference)]);
    }
}
