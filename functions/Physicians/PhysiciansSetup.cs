using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Physicians;

public static class PhysiciansSetup
{
    public static IServiceCollection AddPhysicians(this IServiceCollection services)
    {
        services.AddOptions<RosterOptions>().BindConfiguration(RosterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddTable(PhysicianTable.Name)
            .AddQueueOf<RoutingDue>()
            .AddQueueOf<RosterChanged>()
            .AddSingleton<PhysicianTable>()
            .AddSingleton<IsOnRoster>(provider =>
                async (id, cancellationToken) =>
                    PhysicianId.TryParse(id, out var known)
                    && await provider.GetRequiredService<PhysicianTable>().FindAsync(known, cancellationToken) is not null
            )
            .AddSingleton<FindOnRoster>(provider =>
                async (id, cancellationToken) =>
                    await provider.GetRequiredService<Roster>().FindAsync(id, cancellationToken) is { } known
                        ? new RosterName(known.Name, known.Title)
                        : null
            )
            .AddSingleton<PhysicianCheck>()
            .AddSingleton<Roster>()
            .AddSingleton<Placements>()
            .AddSingleton<HouseholdRouting>()
            .AddSingleton<RouteCarePlanHandler>()
            .AddFinishedWork<RoutingDue, RouteCarePlanHandler>((route, message, _, token) => route.IsDoneAsync(message, token))
            .AddSingleton<SavePhysicianHandler>()
            .AddSingleton<RerouteHouseholdsHandler>()
            .AddFinishedWork<RosterChanged, RerouteHouseholdsHandler>((reroute, message, _, token) => reroute.IsDoneAsync(message, token))
            .AddSingleton<CountPanelsHandler>();
    }
}
