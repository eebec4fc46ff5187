using System.Net;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alleviation.Tests.Access;

public sealed class TokenTests() : WithScene<AccountScene>(() => AccountScene.StartAsync(Role.HealthWorker, "worker.li"))
{
    private AccessApp App => Scene.App;

    private Account Account => Scene.Account;

    private string Token => Scene.Token;

    [Fact]
    public async Task NoToken_IsAskedToSignIn()
    {
        using var response = await App.GetAsync("/api/me");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("sign-in-required", await response.CodeAsync());
        Assert.Equal("Bearer realm=\"alleviation\"", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task GoodToken_CarriesNoName()
    {
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", Token)).StatusCode);

        var payload = Base64UrlEncoder.Decode(Token.Split('.')[1]);
        Assert.DoesNotContain("worker.li", payload, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("示例", JsonDocument.Parse(payload).RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiredToken_IsRefused()
    {
        App.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", Token)).StatusCode);

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await IsRefusedAsync(Token);
    }

    [Fact]
    public async Task TamperedToken_IsRefused()
    {
        var parts = Token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("HealthWorker", "Operator", StringComparison.Ordinal);

        await IsRefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
        await IsRefusedAsync(Token[..^2]);
        await IsRefusedAsync($"{parts[0]}.{parts[1]}.");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public async Task UnsignedToken_IsRefused(string algorithm)
    {
        var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"at+jwt"}""");

        await IsRefusedAsync($"{header}.{Token.Split('.')[1]}.");
    }

    [Fact]
    public async Task OtherKey_IsRefused() =>
        await IsRefusedAsync(
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

        await IsRefusedAsync(Forged(key, audience: "another-service"));
        await IsRefusedAsync(Forged(key, issuer: "another-issuer"));
        await IsRefusedAsync(Forged(key, type: "JWT"));
        await IsRefusedAsync(Forged(key, algorithm: SecurityAlgorithms.HmacSha384));
        await IsRefusedAsync(Forged(key, role: "Superuser"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.")]
    public async Task OtherText_IsRefused(string token) => await IsRefusedAsync(token);

    [Fact]
    public async Task EndlessText_IsRefused() => await IsRefusedAsync(new string('a', 20_000));

    [Fact]
    public async Task DisabledAccount_TokenEndsWithinAMinute()
    {
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", Token)).StatusCode);
        await ChangeAsync(stored => stored with { Disabled = true });
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", Token)).StatusCode);

        App.Clock.Advance(TimeSpan.FromSeconds(60));
        await IsRefusedAsync(Token);
    }

    [Fact]
    public async Task ChangedAccount_TokenEndsWithinAMinute()
    {
        await ChangeAsync(stored => stored.With(new AccountChange(stored.DisplayName, Role.Official, ["4414"], null, Disabled: false)));

        await IsRefusedAsync(Token);
    }

    [Fact]
    public async Task ManyCalls_ReadTheAccountOnceAMinute()
    {
        var remembered = App.Get<RememberedAccounts>();
        var seen = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => remembered.FindAsync(Account.Id, CancellationToken.None)));

        // One object: one read.
        Assert.Single(seen.Distinct(ReferenceEqualityComparer.Instance));
        App.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotSame(seen[0], await remembered.FindAsync(Account.Id, CancellationToken.None));
    }

    private async Task ChangeAsync(Func<Account, Account> change)
    {
        var accounts = App.Get<AccountTable>();
        var (stored, etag) = (await accounts.FindAsync(Account.Id, CancellationToken.None))!.Value;
        Assert.True(await accounts.ReplaceAsync(change(stored), etag, CancellationToken.None));
    }

    private async Task IsRefusedAsync(string token)
    {
        using var response = await App.GetAsync("/api/me", token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

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
