using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Functions.WebApp;

public static class WebAppSetup
{
    /// <summary>The web app, where it has been built; else its paths are not found.</summary>
    public static IServiceCollection AddWebApp(this IServiceCollection services)
    {
        services.AddOptions<WebAppOptions>().BindConfiguration("WebApp").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<WebFolder>();
    }
}
