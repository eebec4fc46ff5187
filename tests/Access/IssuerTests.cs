using System.Net;
using System.Text;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Alleviation.Tests.Access;

public sealed class IssuerTests() : WithScene<IssuerTests.IssuerScene>(IssuerScene.StartAsync)
{
    private Issuer Issuer => Scene.Issuer;

    private AccessApp App => Scene.App;

    [Fact]
    public async Task TokenOfTheIssuer_IsAccepted()
    {
        using var response = await MeAsync(
            Token(("groups", new[] { "everybody", "county-health" }), ("regions", new[] { "441402", "441403" }))
        );

        var me = await response.JsonAsync();
        Assert.Equal("official", me.GetProperty("role").GetString());
        Assert.Equal(["441402", "441403"], me.GetProperty("regions").EnumerateArray().Select(region => region.GetString()));
        Assert.Equal("示例 官员", me.GetProperty("displayName").GetString());
        Assert.DoesNotContain("@", me.GetProperty("accountId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RegionsInOneText_AreSplit()
    {
        var me = await (await MeAsync(Token(("groups", "healthWorker"), ("regions", "441402,441403")))).JsonAsync();

        Assert.Equal(2, me.GetProperty("regions").GetArrayLength());
    }

    [Fact]
    public async Task NoRoleOfOurs_IsRefused()
    {
        await IsRefusedAsync(Token(("groups", new[] { "everybody" })));
        await IsRefusedAsync(Token(("groups", "3")));
        await IsRefusedAsync(Issuer.Token(App.Clock, claims: [("groups", "operator")]));
    }

    [Fact]
    public async Task OtherAudienceKeyOrAlgorithm_IsRefused()
    {
        var claims = new (string, object)[] { ("sub", "a@example.org"), ("groups", "operator") };
        using var other = System.Security.Cryptography.RSA.Create(2048);
        var publicKeyAsSecret = new SymmetricSecurityKey(
            Encoding.UTF8.GetBytes(Convert.ToBase64String(Issuer.Key.Rsa.ExportSubjectPublicKeyInfo()))
        )
        {
            KeyId = Issuer.Key.KeyId,
        };

        await IsRefusedAsync(Issuer.Token(App.Clock, audience: "another", claims: claims));
        await IsRefusedAsync(Issuer.Token(App.Clock, key: new RsaSecurityKey(other) { KeyId = Issuer.Key.KeyId }, claims: claims));
        await IsRefusedAsync(Issuer.Token(App.Clock, key: publicKeyAsSecret, algorithm: SecurityAlgorithms.HmacSha256, claims: claims));
    }

    [Fact]
    public async Task ExpiredToken_IsRefused()
    {
        var token = Token(("groups", "operator"));
        App.Clock.Advance(TimeSpan.FromMinutes(5));

        await IsRefusedAsync(token);
    }

    [Fact]
    public async Task NewKeysOfTheIssuer_AreFound()
    {
        Assert.Equal(HttpStatusCode.OK, (await MeAsync(Token(("groups", "operator")))).StatusCode);
        Issuer.Rotate();
        var token = Token(("groups", "operator"));

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await MeAsync(token)).StatusCode is not HttpStatusCode.OK)
        {
            await Task.Delay(20, timeout.Token);
        }
    }

    [Fact]
    public async Task IssuerThatDoesNotAnswer_IsNoFaultOfTheCaller()
    {
        await using var app = await AccessApp.StartAsync(
            ("Access:Authority", $"http://127.0.0.1:{FreePort.Next()}"),
            ("Access:Audience", "alleviation-api")
        );

        using var response = await app.GetAsync("/api/me", Token(("role", "operator")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/api/me", await app.TokenOfAsync(AccessApp.OperatorName))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync("/api/me", "nonsense")).StatusCode);
    }

    [Theory]
    [InlineData("http://issuer.example.org", "alleviation-api")]
    [InlineData("https://issuer.example.org", "")]
    public void UnsafeIssuer_DoesNotStart(string authority, string audience)
    {
        var options = new IssuerOptions { Authority = new Uri(authority), Audience = audience };

        Assert.NotEmpty(options.Validate(new(options)));
    }

    [Fact]
    public async Task OwnAccounts_StillSignIn() =>
        Assert.Equal(HttpStatusCode.OK, (await App.SignInAsync(AccessApp.OperatorName)).StatusCode);

    private string Token(params (string Name, object Value)[] claims) =>
        Issuer.Token(App.Clock, claims: [("sub", "official@example.org"), ("name", "示例 官员"), .. claims]);

    private Task<HttpResponseMessage> MeAsync(string token) => App.GetAsync("/api/me", token);

    private async Task IsRefusedAsync(string token) => Assert.Equal(HttpStatusCode.Unauthorized, (await MeAsync(token)).StatusCode);

    /// <summary>A service that trusts an issuer.</summary>
    public sealed record IssuerScene(Issuer Issuer, AccessApp App) : IAsyncDisposable
    {
        public static Task<IssuerScene> StartAsync() =>
            Issuer
                .StartAsync()
                .ThenAsync(async issuer => new IssuerScene(
                    issuer,
                    await AccessApp.StartAsync(
                        ("Access:Authority", $"{issuer.Address}"),
                        ("Access:Audience", "alleviation-api"),
                        ("Access:RoleClaim", "groups"),
                        ("Access:Roles:county-health", "Official")
                    )
                ));

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
