using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Transfers;

public static class TransfersSetup
{
    public static IServiceCollection AddTransfers(this IServiceCollection services) =>
        services
            .AddSingleton<Receivers>()
            .AddSingleton<ProposeTransferHandler>()
            .AddSingleton<AnswerTransferHandler>()
            .AddSingleton<ListTransfersHandler>();
}
