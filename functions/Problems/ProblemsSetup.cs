using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Problems;

public static class ProblemsSetup
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddTable(ProblemTable.Name)
        .AddSingleton<ProblemTable>()
        .AddSingleton<IFailures>(provider => provider.GetRequiredService<ProblemTable>())
        .AddSingleton<Deliveries>()
        .AddSingleton<PutAsideHandler>()
        .AddSingleton<ReplayProblemHandler>()
        .AddSingleton<SettleProblemsHandler>();
}
