using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Coverage;

public static class CoverageSetup
{
    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.AddOptions<CoverageOptions>().BindConfiguration(CoverageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddTable(CoverageTable.Name)
            .AddTable(RegistryTable.Name)
            .AddTable(RegistryTable.Places)
            .AddQueueOf<CoverageRequested>()
            .AddSingleton<CoverageTable>()
            .AddSingleton<CoverageAge>()
            .AddSingleton<RegistryTable>()
            .AddSingleton<CoverageRequests>()
            .AddSingleton<RollUpCoverageHandler>()
            .AddFinishedWork<CoverageRequested, CoverageTable>(
                async (counts, message, since, token) => await counts.CountedAtAsync(message.Region, token) > since
            )
            .AddSingleton<GetCoverageHandler>()
            .AddSingleton<GetCoverageHistoryHandler>();
    }
}
