using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Answers a request with a function.</summary>
internal sealed class HttpFunctionEndpoint(FunctionExecutor executor)
{
    private const string Reason = "This function was programmatically called via the host APIs.";

    public void Map(IEndpointRouteBuilder routes, LocalFunction function, HttpBinding binding)
    {
        var endpoint = routes.Map(binding.Pattern, http => AnswerAsync(http, function)).WithDisplayName(function.Name).WithMetadata(function);
        if (binding.Methods.Count > 0) { endpoint.WithMetadata(new HttpMethodMetadata(binding.Methods)); }
    }

    private async Task AnswerAsync(HttpContext http, LocalFunction function)
    {
        using var ending = executor.Ending(http.RequestAborted);
        var context = new LocalFunctionContext(function, http, () => new Dictionary<string, object?>(http.Request.RouteValues), http.RequestServices, ending.Token);
        context.Items[FunctionContextExtensions.HttpContextKey] = http;

        if (await executor.RunAsync(context, Reason, WriteAsync) is not { } thrown) { return; }
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = thrown is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError;
    }

    // As on the real host, a result is written when the application's middleware is done with the invocation.
    private static Task WriteAsync(LocalFunctionContext context) =>
        context.Result is IResult result ? result.ExecuteAsync((HttpContext)context.Trigger) : Task.CompletedTask;
}
