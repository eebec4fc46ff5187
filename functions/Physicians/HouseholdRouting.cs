using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Finds a household's responsible physician and the team around its plans; the caller commits it. Where everybody has left, nobody is
/// responsible any more, and the household stands on nobody's panel.
/// </summary>
public sealed class HouseholdRouting(Roster roster, Placements placements)
{
    /// <summary>Whether everybody around the household may stay, so that there is nothing to find.</summary>
    public async Task<bool> StandsAsync(Household household, CancellationToken cancellationToken) =>
        household.PresentMembers.Any()
            ? household.Stage is HouseholdStage.Routed
                && Routing.Stands(household, await roster.ForVillageAsync(household.VillageCode, cancellationToken))
            : household is { Stage: HouseholdStage.Routed, PhysicianId: null };

    public async Task<RoutedHousehold> RouteAsync(Household household, CancellationToken cancellationToken)
    {
        if (!household.PresentMembers.Any())
        {
            return new RoutedHousehold(household, Apply(household, new Routing(null, []), HouseholdStage.Routed), null);
        }
        var physicians = await roster.ForVillageAsync(household.VillageCode, cancellationToken);
        var routing = placements.Route(household, physicians);
        var stage = routing.PhysicianId is null ? HouseholdStage.Unrouted : HouseholdStage.Routed;
        return new RoutedHousehold(household, Apply(household, routing, stage), routing);
    }

    /// <summary>What was routed was not committed: the place on the panel is free for others.</summary>
    public void TakeBack(RoutedHousehold routed)
    {
        if (routed.Routing is { } routing)
        {
            placements.TakeBack(routed.Before, routing);
        }
    }

    private static Household Apply(Household household, Routing routing, HouseholdStage stage) =>
        Handover.To(household, routing.PhysicianId, routing.Team) with
        {
            Stage = stage,
            Problems =
            [
                .. household.Problems.Where(problem => problem.Code != HouseholdProblem.NoPhysician),
                .. stage is HouseholdStage.Unrouted
                    ? [new HouseholdProblem(HouseholdProblem.NoPhysician)]
                    : Array.Empty<HouseholdProblem>(),
            ],
        };
}

/// <param name="Next">Not a version yet: see <see cref="Household.After"/>.</param>
/// <param name="Routing">Null where nobody was looked for.</param>
public sealed record RoutedHousehold(Household Before, Household Next, Routing? Routing);
