using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.TestReports;

public static class TestReportsSetup
{
    public static IServiceCollection AddTestReports(this IServiceCollection services) =>
        services
            .AddSingleton<LabTests>()
            .AddSingleton<TestReportCheck>()
            .AddSingleton<SaveTestReportHandler>()
            .AddSingleton<AcknowledgeTestReportHandler>()
            .AddSingleton<ListTestReportsHandler>();
}
