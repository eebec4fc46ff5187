using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Birthdays;

public static class BirthdaysSetup
{
    public static IServiceCollection AddBirthdays(this IServiceCollection services) => services.AddSingleton<FollowBirthdaysHandler>();
}
