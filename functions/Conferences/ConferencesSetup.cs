using Alleviation.Functions.Households;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Conferences;

public static class ConferencesSetup
{
    public static IServiceCollection AddConferences(this IServiceCollection services) =>
        services
            .AddSingleton<ConferenceChanges>()
            .AddSingleton<IEndsWithMember, MemberConferenceEnd>()
            .AddSingleton<CallConferenceHandler>()
            .AddSingleton<SignOpinionHandler>()
            .AddSingleton<EndConferenceHandler>()
            .AddSingleton<GetConferencesHandler>();
}
