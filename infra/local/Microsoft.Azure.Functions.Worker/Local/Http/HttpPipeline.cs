using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

internal static class HttpPipeline
{
    public static void UseFunctions(this WebApplication app, IEnumerable<LocalFunction> functions)
    {
        app.Use(AnswerNotFoundForOtherMethods);
        app.UseRouting();
        app.UseWebApp(app.Services.GetRequiredService<HostSettings>());
        var endpoint = app.Services.GetRequiredService<HttpFunctionEndpoint>();
        foreach (var function in functions)
        {
            if (function.Trigger is HttpBinding binding) { endpoint.Map(app, function, binding); }
        }
    }

    // Routing answers 405 for a route whose functions have other methods; the real host answers 404.
    private static async Task AnswerNotFoundForOtherMethods(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status405MethodNotAllowed || http.Response.HasStarted) { return; }
        if (http.GetEndpoint()?.Metadata.GetMetadata<LocalFunction>() is not null) { return; }
        http.Response.Headers.Allow = default;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
