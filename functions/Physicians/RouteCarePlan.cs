using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Physicians;

public enum RouteCarePlanOutcome
{
    /// <summary>One physician is responsible, and the team stands.</summary>
    Routed,

    /// <summary>Nobody is eligible; tried again when the roster changes.</summary>
    Unrouted,

    /// <summary>Those whom it was routed to may stay, or its records are to be built first and it is routed with them.</summary>
    NothingToDo,

    /// <summary>The announced version was never committed.</summary>
    NeverBuilt,

    /// <summary>The household was changed meanwhile; the message has to return and decide again.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Routes a household anew where the roster has changed and one of those around it may not stay, or nobody was found before. Delivered
/// twice it does nothing the second time, for then all of them may.
/// </summary>
public sealed class RouteCarePlanHandler(AnnouncedHousehold announced, HouseholdTable households, HouseholdRouting routing)
{
    public async Task<RouteCarePlanOutcome> HandleAsync(Delivery<RoutingDue> delivery, CancellationToken cancellationToken)
    {
        if (await announced.FindAsync(delivery, cancellationToken) is not { } stored)
        {
            return RouteCarePlanOutcome.NeverBuilt;
        }
        var household = stored.Household;
        if (household.Stage is HouseholdStage.Received)
        {
            return RouteCarePlanOutcome.NothingToDo;
        }
        if (await routing.StandsAsync(household, cancellationToken))
        {
            return RouteCarePlanOutcome.NothingToDo;
        }

        var routed = await routing.RouteAsync(household, cancellationToken);
        if (routed.Next.Stage is HouseholdStage.Unrouted && household.Stage is HouseholdStage.Unrouted)
        {
            return RouteCarePlanOutcome.Unrouted;
        }

        var next = routed.Next.After(household);
        var announcement = new HouseholdChanged(next.Id.Value, next.Version);
        var committed = await households.CommitAsync(stored, next, [], announcement, cancellationToken) is not null;
        if (!committed)
        {
            routing.TakeBack(routed);
        }
        return !committed ? RouteCarePlanOutcome.ChangedMeanwhile
            : next.Stage is HouseholdStage.Unrouted ? RouteCarePlanOutcome.Unrouted
            : RouteCarePlanOutcome.Routed;
    }

    /// <summary>Whether nothing is left to do: everybody around the household may stay, or the change was never made.</summary>
    public async Task<bool> IsDoneAsync(RoutingDue message, CancellationToken cancellationToken) =>
        await announced.LookAsync(message, cancellationToken) is not { Household: var household }
        || household.Stage is HouseholdStage.Received
        || await routing.StandsAsync(household, cancellationToken);
}
