using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Physicians;

public enum RouteCarePlanOutcome
{
    /// <summary>One physician is responsible, and the team stands.</summary>
    Routed,

    /// <summary>Nobody is eligible; tried again when the roster changes.</summary>
    Unrouted,

    /// <summary>It was routed before, to people who may stay, or goes through the pipeline anew.</summary>
    NothingToDo,

    /// <summary>The announced version was never committed.</summary>
    NeverBuilt,

    /// <summary>The household was changed meanwhile; the message has to return and decide again.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Finds a household's responsible physician and the team around its plans; anew where one of them may not stay. Delivered
/// twice it does nothing the second time, for then all of them may.
/// </summary>
public sealed class RouteCarePlanHandler(AnnouncedHousehold announced, HouseholdTable households, Roster roster, Placements placements)
{
    public async Task<RouteCarePlanOutcome> HandleAsync(Delivery<HealthRecordsBuilt> delivery, CancellationToken cancellationToken)
    {
        if (await announced.FindAsync(delivery, cancellationToken) is not { } stored) { return RouteCarePlanOutcome.NeverBuilt; }
        var household = stored.Household;
        if (household.Stage is HouseholdStage.Received) { return RouteCarePlanOutcome.NothingToDo; }
        if (!household.PresentMembers.Any()) { return await EndAsync(stored, cancellationToken); }
        var physicians = await roster.ForVillageAsync(household.VillageCode, cancellationToken);
        if (household.Stage is HouseholdStage.Routed && Routing.Stands(household, physicians)) { return RouteCarePlanOutcome.NothingToDo; }

        var routing = placements.Route(household, physicians);
        if (routing.PhysicianId is null && household.Stage is HouseholdStage.Unrouted) { return RouteCarePlanOutcome.Unrouted; }

        var next = Apply(household, routing);
        var committed = await households.CommitAsync(stored, next, [], new HouseholdChanged(next.Id.Value, next.Version), cancellationToken);
        if (!committed) { placements.TakeBack(household, routing); }
        return !committed ? RouteCarePlanOutcome.ChangedMeanwhile
            : routing.PhysicianId is null ? RouteCarePlanOutcome.Unrouted
            : RouteCarePlanOutcome.Routed;
    }

    /// <summary>Everybody has left: nobody is responsible any more, and the household stands on nobody's panel.</summary>
    private async Task<RouteCarePlanOutcome> EndAsync(StoredHousehold stored, CancellationToken cancellationToken)
    {
        var household = stored.Household;
        if (household is { Stage: HouseholdStage.Routed, PhysicianId: null }) { return RouteCarePlanOutcome.NothingToDo; }
        var next = (Handover.To(household, null, []) with { Stage = HouseholdStage.Routed }).After(household);
        return await households.CommitAsync(stored, next, [], new HouseholdChanged(next.Id.Value, next.Version), cancellationToken)
            ? RouteCarePlanOutcome.Routed
            : RouteCarePlanOutcome.ChangedMeanwhile;
    }

    private static Household Apply(Household household, Routing routing) => (Handover.To(household, routing.PhysicianId, routing.Team) with
    {
        Stage = routing.PhysicianId is null ? HouseholdStage.Unrouted : HouseholdStage.Routed,
        Problems =
        [
            .. household.Problems.Where(problem => problem.Code != HouseholdProblem.NoPhysician),
            .. routing.PhysicianId is null ? [new HouseholdProblem(HouseholdProblem.NoPhysician)] : Array.Empty<HouseholdProblem>(),
        ],
    }).After(household);

    /// <summary>Whether nothing is left to do: everybody around the household may stay, or the change was never made.</summary>
    public async Task<bool> IsDoneAsync(HealthRecordsBuilt message, CancellationToken cancellationToken) =>
        await announced.LookAsync(message, cancellationToken) is not { Household: var household }
        || household.Stage is HouseholdStage.Received
        || (
            household.Stage is HouseholdStage.Routed
            && Routing.Stands(household, await roster.ForVillageAsync(household.VillageCode, cancellationToken))
        );
}
