using System.Collections.Concurrent;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Coverage;

/// <summary>
/// Asks for a region to be counted again, once for many changes: a marker that must be first, then a delayed message. Whoever counts
/// takes the marker away before reading, so a change meanwhile asks anew. A marker that outlived its message is taken over.
/// </summary>
public sealed class CoverageRequests(CoverageTable coverage, MessageSender messages, IOptions<CoverageOptions> options, TimeProvider clock)
{
    // The service counts a message's delay in whole seconds.
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(1);

    // When this process last began to send a region's message: it is not seen before its delay has passed, and counts all until then.
    private readonly ConcurrentDictionary<string, long> _sent = new(StringComparer.Ordinal);

    public async Task RequestAsync(string region, CancellationToken cancellationToken)
    {
        var delay = region.Length >= 9 ? options.Value.Delay : options.Value.ParentDelay;
        if (_sent.TryGetValue(region, out var sent) && clock.GetElapsedTime(sent) < delay - Precision)
        {
            return;
        }
        var (now, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        if (!await coverage.TryMarkAsync(region, now, options.Value.LostAfter, cancellationToken))
        {
            return;
        }
        await messages.SendAsync(new CoverageRequested(region), delay, cancellationToken);
        _sent[region] = began;
    }

    /// <summary>Takes over every marker that has lost its message: for regions where no change comes.</summary>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        var lost = await coverage.MarkersBeforeAsync(clock.GetUtcNow() - options.Value.LostAfter, cancellationToken);
        foreach (var region in lost)
        {
            await messages.SendAsync(new CoverageRequested(region), cancellationToken);
        }
        return lost.Count;
    }
}
