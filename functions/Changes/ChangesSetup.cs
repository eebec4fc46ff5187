using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Changes;

public static class ChangesSetup
{
    public static IServiceCollection AddChanges(this IServiceCollection services)
    {
        services.AddOptions<ChangesOptions>().BindConfiguration(ChangesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddQueueOf<HouseholdChanged>()
            .AddTable(VillageTable.Name)
            .AddSingleton<VillageTable>()
            .AddSingleton<ProjectionTable>()
            .AddSingleton(typeof(Cases<>))
            .AddSingleton<AnnouncedHousehold>()
            .AddSingleton<HouseholdViews>()
            .AddSingleton<HouseholdCommits>()
            .AddSingleton<HouseholdChanges>()
            .AddSingleton<ProjectHouseholdHandler>()
            .AddFinishedWork<HouseholdChanged, ProjectHouseholdHandler>(
                (project, message, _, token) => project.IsDoneAsync(message, token)
            );
    }
}
