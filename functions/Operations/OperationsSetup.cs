using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Operations;

public static class OperationsSetup
{
    public static IServiceCollection AddOperations(this IServiceCollection services) =>
        services
            .AddSingleton<ServiceStart>()
            .AddHostedService(provider => provider.GetRequiredService<ServiceStart>())
            .AddSingleton<QueueFigures>()
            .AddSingleton<Measuring>()
            .AddSingleton<MeasureServiceHandler>()
            .AddSingleton<ShowOperationsHandler>();
}
