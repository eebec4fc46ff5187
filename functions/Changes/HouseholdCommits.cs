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
    IEnumerable<IHouseholdList> lists,
    MessageSender messages,
    IOptions<ChangesOptions> options,
    ILogger<HouseholdCommits> log
)
{
    /// <summary>How many changes are being made by this process.</summary>
    private int _underWay;

    /// <param name="next">The version after the one that was read.</param>
    /// <returns>False where somebody else was quicker: read and decide again.</returns>
    public async Task<bool> CommitAsync(
        HouseholdPartition read,
        Household next,
        IReadOnlyList<DocumentChange> changes,
        CancellationToken cancellationToken
    )
    {
        var (before, leaves) = (read.Household, Leaves(read.Household, next) || IsLeft(read.Shown, next));
        var concerned = lists.Where(list => list.IsConcernedBy(before, next, changes)).ToList();
        var showing = views.Of(next, read.Shown);
        // The mark goes with the commit where the household stays on its lists. One that enters a list counts as listed once it is there.
        var mark = !leaves && !Leaves(next, before) && StandsWhere(read.Shown, next) ? showing.ExpectedMark : null;
        SentMessage? sent;
        bool isShown;
        Interlocked.Increment(ref _underWay);
        try
        {
            sent = await households.CommitAsync(
                read.Stored,
                next,
                changes,
                new HouseholdChanged(next.Id.Value, next.Version, IsByCall: AuditedCall.Current is not null),
                cancellationToken,
                options.Value.ShownWithin,
                mark
            );
            isShown = sent is not null && await TryShowAsync(showing, isMarked: mark is not null, leaves, concerned);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
        // Where a list was left, the message clears it once more: whoever was adding the household to it may finish only now.
        if (sent is not null && isShown && !leaves)
        {
            await AuditedCall.AfterwardsAsync(() => messages.TakeBackAsync(sent, isNextNear: Volatile.Read(ref _underWay) > 0));
        }
        return sent is not null;
    }

    /// <returns>False where it is left to the message.</returns>
    private async Task<bool> TryShowAsync(
        HouseholdShowing showing,
        bool isMarked,
        bool mayHaveMoved,
        IReadOnlyList<IHouseholdList> concerned
    )
    {
        var household = showing.Household;
        try
        {
            // Not the caller's token: what is committed is shown, also to who hung up.
            var isShown = await views.ShowAsync(showing, isMarked, mayHaveMoved, CancellationToken.None);
            foreach (var list in concerned)
            {
                isShown &= await list.ShowAsync(household.Id, CancellationToken.None);
            }
            return isShown;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault))
        {
            NotShown(household.Id.Value, household.Version, FaultTrace.Of(fault));
            return false;
        }
    }

    private static bool Leaves(Household before, Household next) =>
        before.VillageCode != next.VillageCode || before.ListedWith.Except(next.ListedWith, StringComparer.Ordinal).Any();

    // What is shown may be older than what was read: a correction is committed without being shown, and the pipeline builds on it.
    private static bool IsLeft(StoredProjectionState? shown, Household next) =>
        shown is not null
        && (
            shown.Views.Village.VillageCode != next.VillageCode
            || shown.Views.Lists.Keys.Except(next.ListedWith, StringComparer.Ordinal).Any()
        );

    private static bool StandsWhere(StoredProjectionState? shown, Household household) =>
        shown?.Views.Lists.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(household.ListedWith) is true;

    [LoggerMessage(
        LogLevel.Warning,
        "Version {Version} of household {Household} is committed and not shown yet; its message will show it: {Fault}"
    )]
    private partial void NotShown(string household, int version, string fault);
}
