using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Registers;

public static class RegistersSetup
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) =>
        services.AddSingleton<RegisterCatalogue>().AddSingleton<ListRegisterHandler>().AddSingleton<CountRegistersHandler>();
}
