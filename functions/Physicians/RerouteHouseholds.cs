using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Physicians;

/// <summary>Sends the households of a region that have nobody through routing again, once every host has read the new roster.</summary>
public sealed class RerouteHouseholdsHandler(VillageTable villages, MessageSender messages, IOptions<RosterOptions> options)
{
    private const int PageSize = 500;

    /// <returns>How many were sent.</returns>
    public async Task<int> HandleAsync(string region, CancellationToken cancellationToken)
    {
        var sent = 0;
        string? continuation = null;
        do
        {
            var (rows, next) = await villages.PageAsync(region, HouseholdStatus.Unrouted, continuation, PageSize, cancellationToken);
            foreach (var (household, _) in rows)
            {
                await messages.SendAsync(new HealthRecordsBuilt(household.Id.Value, household.Version), options.Value.KeptFor, cancellationToken);
            }

            (sent, continuation) = (sent + rows.Count, next);
        }
        while (continuation is not null);
        return sent;
    }
}
