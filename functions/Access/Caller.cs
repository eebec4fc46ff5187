using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Access;

/// <summary>Who is calling, as the token and the account say.</summary>
public sealed record Caller(string AccountId, Role Role, IReadOnlyList<string> Regions, string? PhysicianId, string DisplayName)
{
    /// <summary>When the call came: access that has an end is held against it. Where nobody said when, all of it has ended.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether the region lies in one of the caller's regions. A caller without regions covers none.</summary>
    public bool Covers(string regionCode) => Regions.Any(region => RegionCode.Covers(region, regionCode));

    /// <summary>Ids only: a caller in a log line must not tell a name.</summary>
    public override string ToString() => AccountId;
}

public static class CallerOfRequest
{
    /// <exception cref="InvalidOperationException">Nobody is signed in: the function is open.</exception>
    public static Caller Caller(this ClaimsPrincipal user) =>
        user.Identity is CallerIdentity identity
            ? identity.Caller
            : throw new InvalidOperationException("Nobody is signed in: an open function has no caller.");

    public static Caller Caller(this HttpRequest request) => request.HttpContext.User.Caller();
}
