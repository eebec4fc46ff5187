using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Coverage;

public enum ProjectHouseholdOutcome
{
    /// <summary>Every view shows the household as it stands.</summary>
    Shown,

    /// <summary>The announced version was never committed.</summary>
    NeverChanged,

    /// <summary>It was changed faster than it could be shown; the message has to return.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Brings the views after a household: its physician's worklist, its village's list, the request to count its township again. It shows
/// the household as it is now, not as it was when the message was sent, and whoever finds a newer version shown starts again: so the
/// last to finish has seen the newest, and lines of a former physician or village are gone.
/// </summary>
public sealed class ProjectHouseholdHandler(
    AnnouncedHousehold announced,
    HouseholdTable households,
    ProjectionTable projections,
    WorklistTable worklists,
    VillageTable villages,
    CoverageRequests coverage)
{
    private const int Attempts = 5;

    public async Task<ProjectHouseholdOutcome> HandleAsync(Delivery<HouseholdChanged> delivery, CancellationToken cancellationToken)
    {
        var stored = await announced.FindAsync(delivery, cancellationToken);
        for (var attempt = 0; attempt < Attempts && stored is not null; attempt++)
        {
            if (await ShowAsync(stored.Household, cancellationToken)) { return ProjectHouseholdOutcome.Shown; }
            stored = await households.FindAsync(stored.Household.Id, cancellationToken);
        }

        return stored is null ? ProjectHouseholdOutcome.NeverChanged : ProjectHouseholdOutcome.ChangedMeanwhile;
    }

    private async Task<bool> ShowAsync(Household household, CancellationToken cancellationToken)
    {
        if (household.PhysicianId is { } physician && !await worklists.ShowAsync(physician, household, cancellationToken)) { return false; }
        foreach (var former in household.FormerPhysicianIds.Where(id => id != household.PhysicianId))
        {
            await worklists.ClearAsync(former, household.Id, cancellationToken);
        }

        if (!await villages.ShowAsync(household, cancellationToken)) { return false; }
        foreach (var former in household.FormerVillageCodes.Where(code => code != household.VillageCode))
        {
            await villages.ClearAsync(former, household.Id, cancellationToken);
            await coverage.RequestAsync(former[..9], cancellationToken);
        }

        await projections.MarkAsync(household.Id, household.Version, cancellationToken);
        await coverage.RequestAsync(household.TownshipCode, cancellationToken);
        return true;
    }
}
