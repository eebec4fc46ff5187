using Microsoft.IdentityModel.JsonWebTokens;

namespace Alleviation.Functions.Access;

/// <summary>What a token of ours says about its account.</summary>
public sealed record TokenClaims(string AccountId, Role Role, IReadOnlyList<string> Regions, string? PhysicianId, string Stamp)
{
    internal static TokenClaims? Of(JsonWebToken token)
    {
        if (
            !Enum.TryParse<Role>(One(token, "role"), out var role)
            || One(token, "sub") is not { } accountId
            || One(token, "stamp") is not { } stamp
        )
        {
            return null;
        }
        var regions = token.Claims.Where(claim => claim.Type is "regions").Select(claim => claim.Value);
        return new TokenClaims(accountId, role, [.. regions], One(token, "physician"), stamp);
    }

    private static string? One(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
