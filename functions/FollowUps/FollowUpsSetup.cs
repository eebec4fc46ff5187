using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.FollowUps;

public static class FollowUpsSetup
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services) =>
        services.AddSingleton<AnswerCheck>().AddSingleton<VisitCheck>().AddSingleton<SaveVisitHandler>().AddSingleton<GetVisitHandler>();
}
