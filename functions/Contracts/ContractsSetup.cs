using Alleviation.Functions.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Contracts;

public static class ContractsSetup
{
    public static IServiceCollection AddContracts(this IServiceCollection services) =>
        services
            .AddSingleton<ServicePackages>()
            .AddSingleton<ContractCheck>()
            .AddSingleton<ListEntriesBetweenHandler>()
            .AddSingleton<SignContractHandler>()
            .AddSingleton<GetContractHandler>()
            .AddSingleton<CountContractsHandler>();
}
