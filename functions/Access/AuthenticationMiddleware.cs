using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Alleviation.Functions.Access;

/// <summary>
/// Finds out who is calling and decides whether he may; AuthorizationMiddleware carries it out, when the audit knows of it.
/// </summary>
public sealed class AuthenticationMiddleware(AccessRules rules, Authentication authentication) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } httpContext)
        {
            (await DecideAsync(context.FunctionDefinition.Name, httpContext)).Keep(httpContext);
        }
        await next(context);
    }

    private async Task<AccessDecision> DecideAsync(string function, HttpContext httpContext)
    {
        if (rules.Find(function) is not { } rule)
        {
            return AccessDecision.Closed();
        }
        if (rule.IsOpen)
        {
            return AccessDecision.Granted(rule);
        }
        if (await authentication.FindCallerAsync(httpContext.Request, httpContext.RequestAborted) is not { } caller)
        {
            return AccessDecision.SignInRequired(rule);
        }
        httpContext.User = CallerIdentity.PrincipalOf(caller);
        return rule.Roles.Contains(caller.Role) ? AccessDecision.Granted(rule) : AccessDecision.Forbidden(rule);
    }
}
