using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Triage;

public static class TriageSetup
{
    public static IServiceCollection AddTriage(this IServiceCollection services) =>
        services.AddSingleton<TriageSeeds>().AddSingleton<TriageDesk>().AddSingleton<SymptomCheck>().AddSingleton<AssessTriageHandler>();
}
