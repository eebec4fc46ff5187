using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>
/// Takes away pictures that no record shows: of those whose commit never came, and of those that were taken out while the process died.
/// </summary>
public sealed class CleanUpPhotographsHandler(HouseholdTable households, PhotographTable photographs, TimeProvider clock)
{
    /// <summary>For so long a phone may send it again and finds its row.</summary>
    internal static readonly TimeSpan CompletedWithin = TimeSpan.FromHours(24);

    /// <summary>Longer than any request takes.</summary>
    internal static readonly TimeSpan RemovedWithin = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await foreach (var (key, pending) in photographs.ListPendingAsync(clock.GetUtcNow(), cancellationToken))
        {
            // The row first: one that is written anew after the household was read has another tag, and stays.
            var tag = await photographs.FindTagAsync(key, cancellationToken);
            var partition = await households.ReadAsync(key.Household, cancellationToken);
            var isShown = partition is not null && MemberPhotographs.Of(partition, key.Member).Find(key.Id) is { IsPresent: true };
            if (isShown || tag is null || await photographs.DeleteAsync(key, tag.Value, cancellationToken))
            {
                await photographs.SettleAsync(key, pending, cancellationToken);
            }
        }
    }
}
