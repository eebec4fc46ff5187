using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Platform.Http;

public static class HttpSetup
{
    /// <summary>JSON, headers and faults of the API. First of all middleware, since it answers for what the others throw.</summary>
    public static FunctionsApplicationBuilder AddPlatformHttp(this FunctionsApplicationBuilder builder)
    {
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        // What ASP.NET Core says of a request names its path and query, which may name a person.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        builder.UseMiddleware<HeadersMiddleware>();
        builder.UseMiddleware<FaultMiddleware>();
        return builder;
    }
}
