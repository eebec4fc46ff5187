using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Worklists;

public static class WorklistsSetup
{
    public static IServiceCollection AddWorklists(this IServiceCollection services) =>
        services.AddTable(WorklistTable.Name).AddSingleton<WorklistTable>().AddSingleton<ListWorklistHandler>();
}
