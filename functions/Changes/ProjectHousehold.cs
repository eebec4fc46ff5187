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
        var mark = await MarkOfAsync(delivery.Message, cancellationToken);
        if (delivery.Message.IsShown && mark?.Views.Version >= delivery.Message.HouseholdVersion)
        {
            return ProjectHouseholdOutcome.Shown;
        }
        var stored = await announced.FindAsync(delivery, cancellationToken);
        if (stored is null)
        {
            return ProjectHouseholdOutcome.NeverChanged;
        }
        await ConflictRetry.RunAsync(
            async token =>
            {
                if (await views.ShowAsync(stored.Household, mark, mayHaveMoved: true, token))
                {
                    return true;
                }
                mark = await projections.FindAsync(stored.Household.Id, token);
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

    private async Task<StoredProjectionState?> MarkOfAsync(HouseholdChanged message, CancellationToken cancellationToken) =>
        HouseholdId.TryParse(message.Household, out var id) ? await projections.FindAsync(id, cancellationToken) : null;

    /// <summary>Whether every view shows the announced version or a later one, or the change was never made.</summary>
    public async Task<bool> IsDoneAsync(HouseholdChanged message, CancellationToken cancellationToken)
    {
        if (await announced.LookAsync(message, cancellationToken) is not { } stored)
        {
            return true;
        }
        var shown = (await projections.FindAsync(stored.Household.Id, cancellationToken))?.Views.Version ?? 0;
        if (shown < message.HouseholdVersion)
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
