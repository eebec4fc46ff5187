using System.Security.Claims;

namespace Alleviation.Functions.Access;

/// <summary>A caller as ASP.NET Core knows callers.</summary>
internal sealed class CallerIdentity(Caller caller)
    : ClaimsIdentity([new("sub", caller.AccountId), new("role", caller.Role.ToString())], "Bearer", "sub", "role")
{
    public Caller Caller { get; } = caller;

    public static ClaimsPrincipal PrincipalOf(Caller caller) => new(new CallerIdentity(caller));
}
