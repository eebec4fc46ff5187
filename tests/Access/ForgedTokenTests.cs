using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alleviation.Tests.Access;

/// <summary>Tokens that this service did not make, or not for this use.</summary>
public sealed class ForgedTokenTests() : WithScene<AccountScene>(() => AccountScene.StartAsync(Role.HealthWorker, "worker.li"))
{
    private AccessApp App => Scene.App;

    private Account Account => Scene.Account;

    private string Token => Scene.Token;

    [Fact]
    public async Task TamperedToken_IsRefused()
    {
        var parts = Token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("HealthWorker", "Operator", StringComparison.Ordinal);
        await App.RefusesAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
        await App.RefusesAsync(Token[..^2]);
        await App.RefusesAsync($"{parts[0]}.{parts[1]}.");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public async Task UnsignedToken_IsRefused(string algorithm)
    {
        var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"at+jwt"}""");
        await App.RefusesAsync($"{header}.{Token.Split('.')[1]}.");
    }

    [Fact]
    public async Task OtherKey_IsRefused() =>
        await App.RefusesAsync(
            Forged(
                new byte[32]
                    .Select((_, i) => (byte)i)
                    .ToArray()
            )
        );

    [Fact]
    public async Task RightKeyButOtherUse_IsRefused()
    {
        var key = App.Get<Functions.Platform.Sealing.KeyRing>().Signing;
        await App.RefusesAsync(Forged(key, audience: "another-service"));
        await App.RefusesAsync(Forged(key, issuer: "another-issuer"));
        await App.RefusesAsync(Forged(key, type: "JWT"));
        await App.RefusesAsync(Forged(key, algorithm: SecurityAlgorithms.HmacSha384));
        await App.RefusesAsync(Forged(key, role: "Superuser"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.")]
    public async Task OtherText_IsRefused(string token) => await App.RefusesAsync(token);

    [Fact]
    public async Task EndlessText_IsRefused() => await App.RefusesAsync(new string('a', 20_000));

    private string Forged(
        byte[] key,
        string issuer = "alleviation",
        string audience = "alleviation",
        string type = "at+jwt",
        string algorithm = SecurityAlgorithms.HmacSha256,
        string role = "Operator"
    )
    {
        // A longer key than the ring's, where the algorithm wants one, is no key of the ring's either.
        var now = App.Clock.GetUtcNow().UtcDateTime;
        var signingKey = new SymmetricSecurityKey(algorithm is SecurityAlgorithms.HmacSha256 ? key : [.. key, .. new byte[32]]);
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer,
                Audience = audience,
                TokenType = type,
                NotBefore = now,
                IssuedAt = now,
                Expires = now.AddHours(1),
                SigningCredentials = new SigningCredentials(signingKey, algorithm),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = Account.Id,
                    ["role"] = role,
                    ["stamp"] = Account.Stamp,
                    ["regions"] = new[] { "4414" },
                },
            }
        );
    }
}
