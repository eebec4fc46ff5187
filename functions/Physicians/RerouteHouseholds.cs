using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Worklists;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Sends the households that a change of the roster may concern through routing again, once every host has read the new roster: those of
/// the region that have nobody, and those of the panel of whoever changed. Routing moves only whom it must.
/// </summary>
public sealed class RerouteHouseholdsHandler(
    VillageTable villages,
    WorklistTable worklists,
    MessageSender messages,
    IOptions<RosterOptions> options
)
{
    private const int PageSize = 500;

    /// <returns>How many were sent.</returns>
    public async Task<int> HandleAsync(RosterChanged change, CancellationToken cancellationToken) =>
        (change.Physician is { } physician ? await SendPanelAsync(physician, cancellationToken) : 0)
        + await SendUnroutedAsync(change.Region, cancellationToken);

    public Task SendAsync(HouseholdId household, int version, CancellationToken cancellationToken) =>
        messages.SendAsync(new RoutingDue(household.Value, version), options.Value.KeptFor, cancellationToken);

    private async Task<int> SendPanelAsync(string physician, CancellationToken cancellationToken)
    {
        var panel = await PanelOfAsync(physician, cancellationToken);
        foreach (var item in panel)
        {
            await SendAsync(item.Household, item.Version, cancellationToken);
        }
        return panel.Count;
    }

    private async Task<int> SendUnroutedAsync(string region, CancellationToken cancellationToken)
    {
        var sent = 0;
        string? continuation = null;
        do
        {
            var (rows, next) = await villages.PageAsync(
                region,
                HouseholdStatus.Unrouted,
                onlyUnreadPhones: false,
                continuation,
                PageSize,
                cancellationToken
            );
            foreach (var (household, _) in rows)
            {
                await SendAsync(household.Id, household.Version, cancellationToken);
            }
            (sent, continuation) = (sent + rows.Count, next);
        } while (continuation is not null);
        return sent;
    }

    /// <summary>Whether there is nobody left whom the change might move.</summary>
    public async Task<bool> IsDoneAsync(RosterChanged change, CancellationToken cancellationToken) =>
        (change.Physician is not { } physician || (await PanelOfAsync(physician, cancellationToken)).Count == 0)
        && (
            await villages.PageAsync(
                change.Region,
                HouseholdStatus.Unrouted,
                onlyUnreadPhones: false,
                continuation: null,
                1,
                cancellationToken
            )
        )
            .Item1
            .Count == 0;

    private async Task<List<ListedHousehold>> PanelOfAsync(string physician, CancellationToken cancellationToken) =>
        [.. (await worklists.ListHouseholdsAsync(physician, cancellationToken)).Where(household => household.IsOnPanel)];
}
