using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Changes;

/// <summary>
/// Commits a change and shows it at once, and then takes its message back. The message comes only where something is left to do, such as
/// after the host has died in between.
/// </summary>
public sealed partial class HouseholdCommits(
    HouseholdTable households,
    HouseholdViews views,
    MessageSender messages,
    IOptions<ChangesOptions> options,
    ILogger<HouseholdCommits> log
)
{
    /// <param name="next">The version after the one that was read.</param>
    /// <returns>False where somebody else was quicker: read and decide again.</returns>
    public async Task<bool> CommitAsync(
        HouseholdPartition read,
        Household next,
        IReadOnlyList<DocumentChange> changes,
        CancellationToken cancellationToken
    )
    {
        var (before, leaves) = (read.Household, Leaves(read.Household, next));
        var announcement = new HouseholdChanged(
            next.Id.Value,
            next.Version,
            // Where a list is entered or left, the message does the whole work when it comes: a line that a dying host wrote after newer
            // ones were shown has to go.
            IsShown: !leaves && !Leaves(next, before),
            IsByCall: AuditedCall.Current is not null
        );
        // A change that no list shows is shown by its commit: the mark goes with it.
        var shown = announcement.IsShown ? views.MarkOfUnchanged(next, read.Shown) : null;
        var sent = await households.CommitAsync(
            read.Stored,
            next,
            changes,
            announcement,
            cancellationToken,
            options.Value.ShownWithin,
            shown
        );
        if (sent is null)
        {
            return false;
        }
        // Where a list was left, the message clears it once more: whoever was adding the household to it may finish only now.
        if ((shown is not null || await TryShowAsync(next, read.Shown, leaves)) && !leaves)
        {
            await AuditedCall.AfterwardsAsync(() => messages.TakeBackAsync(sent));
        }
        return true;
    }

    /// <returns>False where it is left to the message.</returns>
    private async Task<bool> TryShowAsync(Household next, StoredProjectionState? mark, bool mayHaveMoved)
    {
        try
        {
            // Not the caller's token: what is committed is shown, also to who hung up.
            return await views.ShowAsync(next, mark, mayHaveMoved, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsOne(fault))
        {
            NotShown(next.Id.Value, next.Version, FaultTrace.Of(fault));
            return false;
        }
    }

    private static bool Leaves(Household before, Household next) =>
        before.VillageCode != next.VillageCode || before.ListedWith.Except(next.ListedWith, StringComparer.Ordinal).Any();

    [LoggerMessage(
        LogLevel.Warning,
        "Version {Version} of household {Household} is committed and not shown yet; its message will show it: {Fault}"
    )]
    private partial void NotShown(string household, int version, string fault);
}
