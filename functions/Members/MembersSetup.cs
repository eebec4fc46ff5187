using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.Members;

public static class MembersSetup
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services.AddSingleton<GetMemberHandler>();
}
