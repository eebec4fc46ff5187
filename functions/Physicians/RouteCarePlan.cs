using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Physicians;

public enum RouteCarePlanOutcome
{
    /// <summary>One physician is responsible, and the team stands.</summary>
    Routed,

    /// <summary>Nobody is eligible; tried again when the roster changes.</summary>
    Unrouted,

    /// <summary>It was routed before, or goes through the pipeline anew.</summary>
    NothingToDo,

    /// <summary>The announced version was never committed.</summary>
    NeverBuilt,

    /// <summary>The household was changed meanwhile; the message has to return and decide again.</summary>
    ChangedMeanwhile,
}

/// <summary>Finds a household's responsible physician and the team around its plans.</summary>
public sealed class RouteCarePlanHandler(AnnouncedHousehold announced, HouseholdTable households, Roster roster)
{
    public async Task<RouteCarePlanOutcome> HandleAsync(Delivery<HealthRecordsBuilt> delivery, CancellationToken cancellationToken)
    {
        if (await announced.FindAsync(delivery, cancellationToken) is not { } stored) { return RouteCarePlanOutcome.NeverBuilt; }
        var household = stored.Household;
        if (household.Stage is not (HouseholdStage.RecordsBuilt or HouseholdStage.Unrouted)) { return RouteCarePlanOutcome.NothingToDo; }

        var routing = Routing.For(household, await roster.ForVillageAsync(household.VillageCode, cancellationToken));
        if (routing.PhysicianId is null && household.Stage is HouseholdStage.Unrouted) { return RouteCarePlanOutcome.Unrouted; }

        var next = Apply(household, routing);
        var committed = await households.CommitAsync(stored, next, [], new HouseholdChanged(next.Id.Value, next.Version), cancellationToken);
        return !committed ? RouteCarePlanOutcome.ChangedMeanwhile
            : routing.PhysicianId is null ? RouteCarePlanOutcome.Unrouted
            : RouteCarePlanOutcome.Routed;
    }

    private static Household Apply(Household household, Routing routing) => PlanTasks.Follow(household with
    {
        Stage = routing.PhysicianId is null ? HouseholdStage.Unrouted : HouseholdStage.Routed,
        PhysicianId = routing.PhysicianId,
        Team = routing.Team,
        Problems =
        [
            .. household.Problems.Where(problem => problem.Code != HouseholdProblem.NoPhysician),
            .. routing.PhysicianId is null ? [new HouseholdProblem(HouseholdProblem.NoPhysician)] : Array.Empty<HouseholdProblem>(),
        ],
    }).After(household);
}
