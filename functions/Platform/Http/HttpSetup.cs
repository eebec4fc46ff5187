using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Functions.Platform.Http;

public static class HttpSetup
{
    /// <summary>JSON, headers and faults of the API. First of all middleware, since it answers for what the others throw.</summary>
    public static FunctionsApplicationBuilder AddPlatformHttp(this FunctionsApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        builder.UseMiddleware<HeadersMiddleware>();
        builder.UseMiddleware<FaultMiddleware>();
        return builder;
    }
}
