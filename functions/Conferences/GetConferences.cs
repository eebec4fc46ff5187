using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Conferences;

/// <summary>A member's conferences, open and past, to whoever may see the household.</summary>
public sealed class GetConferencesHandler(HouseholdTable households, Cases<Conference> cases, TimeProvider clock)
{
    public async Task<ConferenceView?> FindAsync(CaseKey key, Caller caller, CancellationToken cancellationToken)
    {
        if (
            await households.FindOpenAsync(key.Household, key.Member, caller, cancellationToken) is not { } household
            || await cases.FindAsync(key, cancellationToken) is not { } conference
        )
        {
            return null;
        }

        return ConferenceView.Of(household, conference, caller, clock.Today());
    }

    /// <summary>The newest first; null where the caller may not see them.</summary>
    public async Task<ConferenceList?> ListAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        if (await households.FindOpenAsync(id, member, caller, cancellationToken) is not { } household)
        {
            return null;
        }
        var conferences = await cases.ListAsync(id, member, cancellationToken);
        return new ConferenceList([
            .. conferences
                .OrderByDescending(conference => conference.CalledAt)
                .Select(conference => ConferenceView.Of(household, conference, caller, clock.Today())),
        ]);
    }
}
