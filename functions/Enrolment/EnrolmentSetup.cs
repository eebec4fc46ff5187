using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Enrolment;

public static class EnrolmentSetup
{
    public static IServiceCollection AddEnrolment(this IServiceCollection services) => services
        .AddTable(HouseholdTable.Name)
        .AddQueueOf<EnrolmentReceived>()
        .AddSingleton<HouseholdTable>()
        .AddSingleton<HouseholdRows>()
        .AddSingleton<EnrolmentCheck>()
        .AddSingleton<EnrolHouseholdHandler>()
        .AddSingleton<MemberEndings>()
        .AddSingleton<CorrectHouseholdHandler>()
        .AddSingleton<GetHouseholdHandler>()
        .AddSingleton<ListHouseholdsHandler>()
        .AddSingleton<SearchHouseholdsHandler>();
}
