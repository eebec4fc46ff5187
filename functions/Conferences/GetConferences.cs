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
    public async Task<ConferenceList?> ListAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken) =>
        await households.ReadOpenAsync(id, member, caller, cancellationToken) is { } partition
            ? new ConferenceList(ViewsOf(partition.Household, await cases.ListAsync(partition, member, cancellationToken), caller))
            : null;

    /// <summary>Those that are open, the newest first; null where the caller may not see them.</summary>
    internal IReadOnlyList<ConferenceView>? OpenIn(HouseholdPartition partition, int member, Caller caller) =>
        partition.Household.IsOpenTo(caller, member)
            ? ViewsOf(partition.Household, Conference.StoredAs.OpenOf(partition, member), caller)
            : null;

    private List<ConferenceView> ViewsOf(Household household, IEnumerable<Conference> conferences, Caller caller) =>
        [
            .. conferences
                .OrderByDescending(conference => conference.CalledAt)
                .Select(conference => ConferenceView.Of(household, conference, caller, clock.Today())),
        ];
}
