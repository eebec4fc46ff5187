using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Conferences;

/// <summary>A member's conferences, open and past, to whoever may see the household.</summary>
public sealed class GetConferencesHandler(HouseholdTable households, CaseTable cases, TimeProvider clock)
{
    public async Task<ConferenceView?> FindAsync(ConferenceKey key, Caller caller, CancellationToken cancellationToken)
    {
        if (await OpenToAsync(key.Household, key.Member, caller, cancellationToken) is not { } household
            || await cases.FindAsync<Conference>(key.Household, ConferenceRow.Kind, key.Member, key.Id, cancellationToken) is not { } conference)
        {
            return null;
        }

        return ConferenceView.Of(household, conference, caller, clock.Today());
    }

    /// <summary>The newest first; null where the caller may not see them.</summary>
    public async Task<ConferenceList?> ListAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        if (await OpenToAsync(id, member, caller, cancellationToken) is not { } household) { return null; }
        var conferences = await cases.ListAsync<Conference>(id, ConferenceRow.Kind, member, cancellationToken);
        return new ConferenceList([.. conferences.OrderByDescending(one => one.CalledAt).Select(one => ConferenceView.Of(household, one, caller, clock.Today()))]);
    }

    private async Task<Household?> OpenToAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken) =>
        await households.FindAsync(id, cancellationToken) is { Household: var household }
        && caller.To(household, hasReason: false) is HouseholdAccess.Allowed
        && household.Members.Any(one => one.Number == member)
            ? household
            : null;
}
