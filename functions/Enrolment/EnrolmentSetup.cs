using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Enrolment;

public static class EnrolmentSetup
{
    public static IServiceCollection AddEnrolment(this IServiceCollection services)
    {
        services.AddOptions<GuestPeriods>().BindConfiguration("Guests").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<GuestPeriods>>().Value)
            .AddTable(HouseholdTable.Name)
            .AddQueueOf<EnrolmentReceived>()
            .AddSingleton<RecentHouseholds>()
            .AddSingleton<HouseholdTable>()
            .AddSingleton<HouseholdDocuments>()
            .AddSingleton<ChangeAudit>()
            .AddSingleton<HouseholdViews>()
            .AddSingleton<EnrolmentCheck>()
            .AddSingleton<EnrolHouseholdHandler>()
            .AddSingleton<MemberEndings>()
            .AddSingleton<CorrectHouseholdHandler>()
            .AddSingleton<GetHouseholdHandler>()
            .AddSingleton<ListHouseholdsHandler>()
            .AddSingleton<SearchHouseholdsHandler>();
    }
}
