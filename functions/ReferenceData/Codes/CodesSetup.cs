using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.ReferenceData.Codes;

public static class CodesSetup
{
    public static IServiceCollection AddCodes(this IServiceCollection services) =>
        services.AddSingleton<CodeLists>().AddSingleton<Regions>().AddSingleton<ReadingKinds>().AddSingleton<ConditionKinds>();
}
