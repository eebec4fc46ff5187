using Alleviation.Functions.ReferenceData.Forms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.ReferenceData;

public static class ReferenceDataSetup
{
    public static IServiceCollection AddReferenceData(this IServiceCollection services) =>
        services
            .AddSingleton(provider => SeedFolder.Of(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<FollowUpForms>()
            .AddHostedService<CheckSeedsAtStart>();
}
