using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.TestReports;

public static class TestReportsSetup
{
    public static IServiceCollection AddTestReports(this IServiceCollection services) => services
        .AddSingleton<LabTests>()
        .AddSingleton<ReportCheck>()
        .AddSingleton<SaveReportHandler>()
        .AddSingleton<SeeReportHandler>()
        .AddSingleton<ListReportsHandler>();
}
