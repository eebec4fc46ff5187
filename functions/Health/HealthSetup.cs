using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Health;

public static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<CheckReadinessHandler>();
}
