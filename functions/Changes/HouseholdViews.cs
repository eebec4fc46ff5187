using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.Changes;

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

    /// <param name="mark">What is shown, as it was read with the version before; null where nothing is.</param>
    public HouseholdShowing Of(Household household, StoredProjectionState? mark) =>
        new(
            household,
            mark,
            household.ListedWith.ToDictionary(
                physician => physician,
                physician => worklists.RowsOf(physician, household),
                StringComparer.Ordinal
            ),
            villages.RowsOf(household, worklists.LinesOfVillage(household))
        );

    /// <param name="isMarked">The commit has written the mark already.</param>
    /// <param name="mayHaveMoved">It may stand on a list or in a village that has to let it go.</param>
    /// <returns>False when a newer version is shown somewhere: to be begun again with that.</returns>
    public async Task<bool> ShowAsync(HouseholdShowing showing, bool isMarked, bool mayHaveMoved, CancellationToken cancellationToken)
    {
        var (household, mark) = (showing.Household, showing.Mark);
        var written = showing.Changed.ToList();
        var isShown = await Task.WhenAll(written.Select(change => change.Rows.ShowAsync(change.Known, cancellationToken)));
        if (!isShown.All(done => done))
        {
            return false;
        }
        if (mayHaveMoved)
        {
            await LeaveWorklistsAsync(household, mark, cancellationToken);
            await LeaveVillagesAsync(household, cancellationToken);
        }
        if (!isMarked && !await projections.MarkAsync(household.Id, showing.Expected, mark, cancellationToken))
        {
            return false;
        }
        // What is counted stands in the village's list.
        if (written.Any(change => change.Rows == showing.Village))
        {
            await coverage.RequestAsync(household.TownshipCode, cancellationToken);
        }
        if (mark is null && household.PhysicianId is not null)
        {
            timings.Done(EnrolledToListed, household.EnrolledAt);
        }
        return true;
    }

    /// <summary>Whether every view shows this version or a newer one, and none that it has left: read where it is shown.</summary>
    public async Task<bool> ShowsAsync(Household household, CancellationToken cancellationToken)
    {
        foreach (var (rows, _) in Of(household, mark: null).Changed)
        {
            if (!await rows.AreShownAsync(cancellationToken))
            {
                return false;
            }
        }
        foreach (var former in FormerOf(household, mark: null))
        {
            if (await worklists.HasAsync(former, household.Id, cancellationToken))
            {
                return false;
            }
        }
        foreach (var former in FormerVillagesOf(household))
        {
            if (await villages.HasAsync(former, household.Id, cancellationToken))
            {
                return false;
            }
        }
        return true;
    }

    private async Task LeaveWorklistsAsync(Household household, StoredProjectionState? mark, CancellationToken cancellationToken)
    {
        foreach (var former in FormerOf(household, mark))
        {
            await worklists.ClearAsync(former, household.Id, cancellationToken);
        }
    }

    private async Task LeaveVillagesAsync(Household household, CancellationToken cancellationToken)
    {
        foreach (var former in FormerVillagesOf(household))
        {
            await villages.ClearAsync(former, household.Id, cancellationToken);
            await registry.MoveAsync(household.Id, former, household.VillageCode, cancellationToken);
            await coverage.RequestAsync(former[..9], cancellationToken);
        }
    }

    private static IEnumerable<string> FormerOf(Household household, StoredProjectionState? mark) =>
        household.FormerPhysicianIds.Concat(mark?.Views.Lists.Keys ?? []).Except(household.ListedWith, StringComparer.Ordinal);

    private static IEnumerable<string> FormerVillagesOf(Household household) =>
        household.FormerVillageCodes.Where(code => code != household.VillageCode);
}

/// <summary>What the views are to show of a version of a household, beside what they show.</summary>
/// <param name="Mark">What is shown, as far as one knows.</param>
/// <param name="Lists">By physician.</param>
public sealed record HouseholdShowing(
    Household Household,
    StoredProjectionState? Mark,
    IReadOnlyDictionary<string, ListedRows> Lists,
    ListedRows Village
)
{
    /// <summary>What the mark says may not be shown yet: whatever looks unchanged is written all the same.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What has to be written, and what is known to stand there.</summary>
    public IEnumerable<(ListedRows Rows, ProjectedList? Known)> Changed =>
        Lists
            .Select(list => (Rows: list.Value, Known: KnownOf(list.Key)))
            .Append((Rows: Village, Known: KnownOfVillage))
            .Where(list => !IsAsItWas(list.Rows, list.Known));

    /// <summary>What is shown once that is written.</summary>
    public ProjectionState Expected =>
        new(
            Household.Version,
            Lists.ToDictionary(list => list.Key, list => ExpectedOf(list.Value, KnownOf(list.Key)), StringComparer.Ordinal),
            ExpectedOf(Village, KnownOfVillage)
        );

    /// <summary>The same, to be written where the mark stands that was read; null where none was.</summary>
    public StoredProjectionState? ExpectedMark => Mark is null ? null : Mark with { Views = Expected };

    private ProjectedList? KnownOf(string physician) => Mark?.Views.Lists.GetValueOrDefault(physician);

    private ProjectedList? KnownOfVillage => Mark?.Views.Village is { } known && known.VillageCode == Household.VillageCode ? known : null;

    private ProjectedList ExpectedOf(ListedRows rows, ProjectedList? known) => IsAsItWas(rows, known) ? known! : rows.Shown;

    // Where a version lies in between, whoever made it may show it late. The version just before is shown by whoever made it, or by its
    // message, which writes whatever is of now.
    private bool IsAsItWas(ListedRows rows, ProjectedList? known) =>
        !IsRepeated && Mark?.Views.Version == Household.Version - 1 && known?.Content == rows.Shown.Content;
}
