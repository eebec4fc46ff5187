using Alleviation.Functions.Platform.Sealing;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alleviation.Functions.Access;

/// <summary>The tokens of the app's own accounts: signed with the key ring, no names in them.</summary>
public sealed class AccountTokens(KeyRing keys, IOptions<AccessOptions> options, TimeProvider clock)
{
    internal const string Issuer = "alleviation";
    private const string Type = "at+jwt";
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey _key = new(keys.Signing);

    public (string Token, DateTimeOffset ExpiresAt) Issue(Account account)
    {
        var now = clock.GetUtcNow();
        var expiresAt = now + options.Value.TokenLifetime;
        var token = _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = Type,
                Issuer = Issuer,
                Audience = Issuer,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = expiresAt.UtcDateTime,
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
                Claims = ClaimsOf(account),
            }
        );
        return (token, expiresAt);
    }

    /// <summary>What the token says, or null where it is not a token of ours, or no longer.</summary>
    public async Task<TokenClaims?> ReadAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidTypes = [Type],
                ValidIssuer = Issuer,
                ValidAudience = Issuer,
                ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                IssuerSigningKey = _key,
                LifetimeValidator = (from, until, _, _) => TokenLifetime.IsNow(clock, from, until),
            }
        );
        return result is { IsValid: true, SecurityToken: JsonWebToken valid } ? TokenClaims.Of(valid) : null;
    }

    private static Dictionary<string, object> ClaimsOf(Account account)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = account.Id,
            ["role"] = account.Role.ToString(),
            ["regions"] = account.Regions.ToArray(),
            ["stamp"] = account.Stamp,
        };
        if (account.PhysicianId is { } physicianId)
        {
            claims["physician"] = physicianId;
        }
        return claims;
    }
}
