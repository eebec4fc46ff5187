using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.CarePlans;

public static class CarePlansSetup
{
    public static IServiceCollection AddCarePlans(this IServiceCollection services) => services
        .AddSingleton<Pathways>()
        .AddSingleton<GetCarePlanHandler>();
}
