using System.Collections.Concurrent;
using Alleviation.Functions.Households;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Physicians;

/// <summary>The physicians who may care for a village, as read not longer ago than the options allow.</summary>
public sealed class Roster(PhysicianTable physicians, IOptions<RosterOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Page> _pages = new(StringComparer.Ordinal);

    /// <summary>Those of the village's county, of its city and of the Internet hospital.</summary>
    public async Task<IReadOnlyList<Physician>> ForVillageAsync(string villageCode, CancellationToken cancellationToken) =>
        [
            .. await PageAsync(villageCode[..6], cancellationToken),
            .. await PageAsync(villageCode[..4], cancellationToken),
            .. await PageAsync(villageCode[..2], cancellationToken),
        ];

    public async Task<IReadOnlyList<Physician>> PageAsync(string partition, CancellationToken cancellationToken)
    {
        if (_pages.TryGetValue(partition, out var page) && clock.GetUtcNow() - page.ReadAt < options.Value.KeptFor)
        {
            return page.Physicians;
        }
        var readAt = clock.GetUtcNow();
        var stored = await physicians.ListByPartitionAsync(partition, cancellationToken);
        page = new Page([.. stored.Select(item => item.Physician)], readAt);
        _pages[partition] = page;
        return page.Physicians;
    }

    public async Task<Physician?> FindAsync(string physicianId, CancellationToken cancellationToken) =>
        PhysicianId.TryParse(physicianId, out var id)
            ? (await PageAsync(id.Partition, cancellationToken)).FirstOrDefault(physician => physician.Id == id)
            : null;

    /// <summary>Reads anew at the next question: for the host that changed the roster itself.</summary>
    public void Forget(string partition) => _pages.TryRemove(partition, out _);

    private sealed record Page(IReadOnlyList<Physician> Physicians, DateTimeOffset ReadAt);
}
