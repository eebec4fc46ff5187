using Alleviation.Functions.Access;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Functions.Worklists;
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
        var announcement = new HouseholdChanged(
            next.Id.Value,
            next.Version,
            // Where a list is entered or left, the message does the whole work when it comes: a line that a dying host wrote after newer
            // ones were shown has to go. So it does where another list is concerned.
            IsShown: !leaves && !Leaves(next, before) && concerned.Count == 0,
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
        if ((shown is not null || await TryShowAsync(next, read.Shown, leaves, concerned)) && !leaves)
        {
            await AuditedCall.AfterwardsAsync(() => messages.TakeBackAsync(sent));
        }
        return true;
    }

    /// <returns>False where it is left to the message.</returns>
    private async Task<bool> TryShowAsync(
        Household next,
        StoredProjectionState? mark,
        bool mayHaveMoved,
        IReadOnlyList<IHouseholdList> concerned
    )
    {
        try
        {
            // Not the caller's token: what is committed is shown, also to who hung up.
            var isShown = await views.ShowAsync(next, mark, mayHaveMoved, CancellationToken.None);
            foreach (var list in concerned)
            {
                isShown &= await list.ShowAsync(next.Id, CancellationToken.None);
            }
            return isShown;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault))
        {
            NotShown(next.Id.Value, next.Version, FaultTrace.Of(fault));
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

    [LoggerMessage(
        LogLevel.Warning,
        "Version {Version} of household {Household} is committed and not shown yet; its message will show it: {Fault}"
    )]
    private partial void NotShown(string household, int version, string fault);
}

/// <summary>
/// The views that follow a household: the worklists of its physicians, its village's list, the request to count its township again. An
/// older version never overwrites a newer one, so two may show one household at once.
/// </summary>
public sealed class HouseholdViews(
    WorklistTable worklists,
    VillageTable villages,
    ProjectionTable projections,
    RegistryTable registry,
    CoverageRequests coverage,
    Timings timings
)
{
    /// <summary>The stage of the whole way: from the enrolment to the first list. Who waited for a physician is not in it.</summary>
    public const string EnrolledToListed = "enrolled-to-listed";

    /// <summary>
    /// The mark of a version that leaves every list as it was: nothing but the mark is left to write, and nothing to count again, since
    /// what is counted stands in the village's list. Null where a list has to be written.
    /// </summary>
    /// <param name="mark">What is shown of the version before, as it was read.</param>
    public StoredProjectionState? MarkOfUnchanged(Household household, StoredProjectionState? mark)
    {
        if (mark is null || mark.Views.Version != household.Version - 1 || mark.Views.Village.VillageCode != household.VillageCode)
        {
            return null;
        }
        var isUnchanged =
            mark.Views.Lists.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(household.ListedWith)
            && villages.Shows(household, worklists.LinesOfVillage(household), mark.Views.Village)
            && mark.Views.Lists.All(list => worklists.Shows(list.Key, household, list.Value));
        return isUnchanged ? mark with { Views = mark.Views with { Version = household.Version } } : null;
    }

    /// <param name="mark">What is shown, as it was read before; saves reading it again.</param>
    /// <param name="mayHaveMoved">It may stand on a list or in a village that has to let it go.</param>
    /// <returns>False when a newer version is shown somewhere: to be begun again with that.</returns>
    public async Task<bool> ShowAsync(
        Household household,
        StoredProjectionState? mark,
        bool mayHaveMoved,
        CancellationToken cancellationToken
    )
    {
        var lists = new Dictionary<string, ProjectedList>(StringComparer.Ordinal);
        foreach (var physician in household.ListedWith)
        {
            var known = KnownOf(mark?.Views.Lists.GetValueOrDefault(physician));
            if (await worklists.ShowAsync(physician, household, known, cancellationToken) is not { } list)
            {
                return false;
            }
            lists[physician] = list;
        }

        if (mayHaveMoved)
        {
            await LeaveWorklistsAsync(household, mark, cancellationToken);
        }
        var village = mark?.Views.Village is { } before && before.VillageCode == household.VillageCode ? KnownOf(before) : null;
        if (await villages.ShowAsync(household, worklists.LinesOfVillage(household), village, cancellationToken) is not { } shown)
        {
            return false;
        }
        if (mayHaveMoved)
        {
            await LeaveVillagesAsync(household, cancellationToken);
        }
        if (!await projections.MarkAsync(household.Id, new ProjectionState(household.Version, lists, shown), mark, cancellationToken))
        {
            return false;
        }
        await coverage.RequestAsync(household.TownshipCode, cancellationToken);
        if (mark is null && household.PhysicianId is not null)
        {
            timings.Done(EnrolledToListed, household.EnrolledAt);
        }
        return true;

        // Where a version lies in between, whoever made it may show it late: then what looks unchanged is written all the same.
        ProjectedList? KnownOf(ProjectedList? list) =>
            list is null || mark!.Views.Version == household.Version - 1 ? list : list with { Content = null };
    }

    private async Task LeaveWorklistsAsync(Household household, StoredProjectionState? mark, CancellationToken cancellationToken)
    {
        foreach (
            var former in household
                .FormerPhysicianIds.Concat(mark?.Views.Lists.Keys ?? [])
                .Except(household.ListedWith, StringComparer.Ordinal)
        )
        {
            await worklists.ClearAsync(former, household.Id, cancellationToken);
        }
    }

    private async Task LeaveVillagesAsync(Household household, CancellationToken cancellationToken)
    {
        foreach (var former in household.FormerVillageCodes.Where(code => code != household.VillageCode))
        {
            await villages.ClearAsync(former, household.Id, cancellationToken);
            await registry.MoveAsync(household.Id, former, household.VillageCode, cancellationToken);
            await coverage.RequestAsync(former[..9], cancellationToken);
        }
    }
}
