using System.Net;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
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
        await App.RefusesAsync(Token);
    }

    [Fact]
    public async Task DisabledAccount_TokenEndsWithinAMinute()
    {
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", Token)).StatusCode);
        await ChangeAsync(stored => stored with { Disabled = true });
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", Token)).StatusCode);
        App.Clock.Advance(TimeSpan.FromSeconds(60));
        await App.RefusesAsync(Token);
    }

    [Fact]
    public async Task ChangedAccount_TokenEndsWithinAMinute()
    {
        await ChangeAsync(stored => stored.With(new AccountChange(stored.DisplayName, Role.Official, ["4414"], null, Disabled: false)));
        await App.RefusesAsync(Token);
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
}
