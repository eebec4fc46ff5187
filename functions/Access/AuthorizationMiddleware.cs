using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Alleviation.Functions.Access;

/// <summary>Refuses every call that has no decision that grants it.</summary>
public sealed class AuthorizationMiddleware : IFunctionsWorkerMiddleware
{
    internal const string Challenge = "Bearer realm=\"alleviation\"";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } httpContext || AccessDecision.Of(httpContext) is not { RefusedWith: { } status } decision)
        {
            return next(context);
        }
        if (status is StatusCodes.Status401Unauthorized)
        {
            var hadToken = Authentication.TokenOf(httpContext.Request) is not null;
            httpContext.Response.Headers.WWWAuthenticate = hadToken ? $"{Challenge}, error=\"invalid_token\"" : Challenge;
        }
        return Answers.Problem(status, decision.Code!).ExecuteAsync(httpContext);
    }
}
