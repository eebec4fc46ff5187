using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Conferences;

/// <summary>Calls a conference, once, however often it is sent. The responsible physician does.</summary>
public sealed class CallConferenceHandler(
    Cases<Conference> cases,
    Roster roster,
    GuestPeriods guests,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private const int MaxOpen = 5;

    public async Task<ConferenceResult> HandleAsync(
        CaseKey key,
        CallConferenceRequest command,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await cases.BeginAsync(
            key,
            async (household, stored, token) =>
                Decide(
                    household,
                    stored,
                    key,
                    command,
                    await roster.ForVillageAsync(household.VillageCode, token),
                    caller,
                    clock.GetUtcNow()
                ),
            (partition, conference, _) => Commit(partition, conference, caller),
            cancellationToken
        ) ?? new ConferenceResult(ConferenceOutcome.NotFound);

    /// <returns>What is answered; a conference where there is one to commit first.</returns>
    private (ConferenceResult Result, Conference? Conference) Decide(
        Household household,
        Conference? stored,
        CaseKey key,
        CallConferenceRequest command,
        IReadOnlyList<Physician> physicians,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (!caller.MayCareFor(household) || household.Members.FirstOrDefault(person => person.Number == key.Member) is not { } member)
        {
            return (new ConferenceResult(ConferenceOutcome.NotFound), null);
        }

        var fingerprint = fingerprinter.OfContent("conference", command);
        if (stored is not null)
        {
            var isSame = stored.CalledBy == caller.PhysicianId && stored.Fingerprint == fingerprint;
            return (
                ConferenceResult.Of(
                    isSame ? ConferenceOutcome.DoneBefore : ConferenceOutcome.Differs,
                    household,
                    stored,
                    caller,
                    now.ToChinaDate()
                ),
                null
            );
        }

        if (household.PhysicianId != caller.PhysicianId)
        {
            return (new ConferenceResult(ConferenceOutcome.NotAllowed), null);
        }
        if (member.RecordNumber is null || member.LeftOn is not null)
        {
            return (new ConferenceResult(ConferenceOutcome.NoRecord), null);
        }
        var (conference, errors) = command.Check(key, fingerprint, household, physicians, caller, now);
        return (new ConferenceResult(ConferenceOutcome.Invalid) { Errors = errors }, conference);
    }

    private HouseholdUpdate<ConferenceResult?> Commit(HouseholdPartition partition, Conference conference, Caller caller)
    {
        if (Conference.StoredAs.CountOpen(partition, conference.Member) >= MaxOpen)
        {
            return HouseholdUpdate.None<ConferenceResult?>(new ConferenceResult(ConferenceOutcome.TooMany));
        }

        var entered = NewEntry.In(
            partition,
            partition.Household.With(conference, guests),
            ConferenceEntries.Called(conference, caller.AccountId)
        );
        var result = ConferenceResult.Of(ConferenceOutcome.Done, entered.Household, conference, caller, conference.CalledAt.ToChinaDate());
        return HouseholdUpdate.Of<ConferenceResult?>(
            result,
            entered.Household,
            [.. entered.Changes, Conference.StoredAs.Begin(conference)]
        );
    }
}
