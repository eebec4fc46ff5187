using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.Transfers;

/// <summary>Who is to become responsible, with the panel as it is now.</summary>
/// <param name="Households">On the panel.</param>
public sealed record Receiver(Physician Physician, int Households)
{
    /// <summary>The code of what stands against it; null where nothing does (docs/domain.md §6).</summary>
    public string? ObjectionFor(Household household) =>
        !Physician.MayBeResponsibleIn(household.VillageCode) ? "physician-not-eligible"
        : Households >= Physician.PanelSize ? "panel-full"
        : null;
}

/// <summary>Looks receivers up on the roster, not in what a host remembers of it: it is asked when it counts.</summary>
public sealed class Receivers(PhysicianTable physicians, WorklistTable worklists)
{
    public async Task<Receiver?> FindAsync(string? physicianId, CancellationToken cancellationToken) =>
        PhysicianId.TryParse(physicianId, out var id) && await physicians.FindAsync(id, cancellationToken) is { } stored
            ? new Receiver(stored.Physician, await PanelOfAsync(id, cancellationToken))
            : null;

    private async Task<int> PanelOfAsync(PhysicianId id, CancellationToken cancellationToken) =>
        (await worklists.ListHouseholdsAsync(id.Value, cancellationToken)).Count(household => household.IsOnPanel);
}
