using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Access;

/// <summary>What was decided on a call before it reaches its function; the audit records it, then it is carried out.</summary>
internal sealed record AccessDecision(AccessRule? Rule, int? RefusedWith, string? Code)
{
    private static readonly object Key = new();

    public static AccessDecision Granted(AccessRule rule) => new(rule, null, null);

    public static AccessDecision Closed() => new(null, StatusCodes.Status403Forbidden, "closed");

    public static AccessDecision SignInRequired(AccessRule rule) => new(rule, StatusCodes.Status401Unauthorized, "sign-in-required");

    public static AccessDecision Forbidden(AccessRule rule) => new(rule, StatusCodes.Status403Forbidden, "forbidden");

    /// <summary>Closed where nobody decided.</summary>
    public static AccessDecision Of(HttpContext httpContext) => httpContext.Items[Key] as AccessDecision ?? Closed();

    public void Keep(HttpContext httpContext) => httpContext.Items[Key] = this;
}
