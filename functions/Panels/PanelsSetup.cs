using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Panels;

public static class PanelsSetup
{
    public static IServiceCollection AddPanels(this IServiceCollection services) => services
        .AddSingleton<Receivers>()
        .AddSingleton<ProposeTransferHandler>()
        .AddSingleton<AnswerTransferHandler>()
        .AddSingleton<ListTransfersHandler>();
}
