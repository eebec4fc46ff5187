using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.PoisonMessages;

public static class PoisonMessagesSetup
{
    public static IServiceCollection AddPoisonMessages(this IServiceCollection services) =>
        services
            .AddTable(PoisonMessageTable.Name)
            .AddSingleton<PoisonMessageTable>()
            .AddSingleton<IFailures>(provider => provider.GetRequiredService<PoisonMessageTable>())
            .AddSingleton<Deliveries>()
            .AddSingleton<StorePoisonMessageHandler>()
            .AddSingleton<ReplayPoisonMessageHandler>()
            .AddSingleton<SettlePoisonMessagesHandler>();
}
