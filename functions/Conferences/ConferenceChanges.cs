using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Conferences;

/// <summary>How an open conference is changed: one household commit, with the tasks, the access and the entry that follow.</summary>
public sealed class ConferenceChanges(HouseholdChanges changes, CaseTable cases, FieldSealer sealer, GuestPeriods guests, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="decide">Pure: of the household and the conference as it stands, open or over, the outcome, and where it is Done the next and its entry.</param>
    internal async Task<ConferenceResult> ChangeAsync(
        CaseKey key, Caller caller, Func<Household, Conference, ConferenceChange> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await cases.FindAsync<Conference>(key.Household, ConferenceRow.Kind, key.Member, key.Id, cancellationToken) is not { } stored)
            {
                return new ConferenceResult(ConferenceOutcome.NotFound);
            }

            var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, stored, key, caller, decide), cancellationToken);
            if (changed?.Outcome is { } result) { return result; }
        }

        throw new ChangedMeanwhileException();
    }

    /// <returns>An outcome of null where it ended since it was read, so that it has to be read again.</returns>
    private Decision<ConferenceResult?> Decide(
        HouseholdPartition partition, Conference stored, CaseKey key, Caller caller, Func<Household, Conference, ConferenceChange> decide)
    {
        var household = partition.Household;
        if (!caller.MaySee(household, key.Member)) { return Decision.Nothing<ConferenceResult?>(new ConferenceResult(ConferenceOutcome.NotFound)); }
        // What is over is as it was read: nothing changes it again.
        if ((ConferenceRow.Find(partition, key, sealer) ?? (stored.IsOver ? stored : null)) is not { } conference) { return Decision.Nothing<ConferenceResult?>(null); }
        var change = decide(household, conference);
        if (change is not { Next: { } next, Entry: { } entry })
        {
            return Decision.Nothing<ConferenceResult?>(ConferenceResult.Of(change.Outcome, household, conference, caller, clock.Today()));
        }

        var entered = NewEntry.In(partition, household.With(next, guests), entry, sealer);
        var result = ConferenceResult.Of(ConferenceOutcome.Done, entered.Household, next, caller, clock.Today());
        return Decision.Change<ConferenceResult?>(result, entered.Household, [.. entered.Rows, ConferenceRow.Write(household.Id, next, sealer)]) with
        {
            Gone = next.IsOver ? [ConferenceRow.OpenKey(next)] : [],
        };
    }
}

internal sealed record ConferenceChange(ConferenceOutcome Outcome, Conference? Next = null, Entry? Entry = null);
