using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Changes;

public enum ProjectHouseholdOutcome
{
    /// <summary>Every view shows the household as it stands.</summary>
    Shown,

    /// <summary>The announced version was never committed.</summary>
    NeverChanged,
}

/// <summary>
/// Brings the views after a household. It shows the household as it is now, not as it was when the message was sent, and whoever finds a
/// newer version shown starts again: so the last to finish has seen the newest, and lines of a former physician or village are gone.
/// </summary>
public sealed class ProjectHouseholdHandler(
    AnnouncedHousehold announced,
    HouseholdTable households,
    ProjectionTable projections,
    HouseholdViews views,
    IEnumerable<IHouseholdList> lists,
    CoverageRequests coverage,
    ChangeAudit audit
)
{
    public async Task<ProjectHouseholdOutcome> HandleAsync(Delivery<HouseholdChanged> delivery, CancellationToken cancellationToken)
    {
        var outcome = await ProjectAsync(delivery, cancellationToken);
        if (outcome is ProjectHouseholdOutcome.Shown)
        {
            await audit.EnsureAsync(delivery.Message, cancellationToken);
        }
        return outcome;
    }

    private async Task<ProjectHouseholdOutcome> ProjectAsync(Delivery<HouseholdChanged> delivery, CancellationToken cancellationToken)
    {
        var stored = await announced.FindAsync(delivery, cancellationToken);
        if (stored is null)
        {
            return ProjectHouseholdOutcome.NeverChanged;
        }
        await ConflictRetry.RunAsync(
            async token =>
            {
                var mark = await projections.FindAsync(stored.Household.Id, token);
                var showing = views.Of(stored.Household, mark) with { IsRepeated = true };
                if (await views.ShowAsync(showing, isMarked: false, mayHaveMoved: true, token))
                {
                    return true;
                }
                stored =
                    await households.FindAsync(stored.Household.Id, token)
                    ?? throw new InvalidOperationException("A household was there and is gone.");
                return false;
            },
            cancellationToken
        );
        await ShowInListsAsync(stored.Household.Id, cancellationToken);
        return ProjectHouseholdOutcome.Shown;
    }

    private async Task ShowInListsAsync(HouseholdId household, CancellationToken cancellationToken)
    {
        foreach (var list in lists)
        {
            await ConflictRetry.RunAsync(token => list.ShowAsync(household, token), cancellationToken);
        }
    }

    /// <summary>Whether every view shows the announced version or a later one, or the change was never made.</summary>
    public async Task<bool> IsDoneAsync(HouseholdChanged message, CancellationToken cancellationToken)
    {
        if (await announced.LookAsync(message, cancellationToken) is not { } stored)
        {
            return true;
        }
        if (!await views.ShowsAsync(stored.Household, cancellationToken))
        {
            return false;
        }
        await audit.EnsureAsync(message, cancellationToken);
        await ShowInListsAsync(stored.Household.Id, cancellationToken);
        // The last step of showing, which may be the one that failed; asked for twice it counts once.
        await coverage.RequestAsync(stored.Household.TownshipCode, cancellationToken);
        return true;
    }
}
