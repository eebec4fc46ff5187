using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private AccessApp _app = null!;

    public async Task InitializeAsync() => _app = await AccessApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task RightPassword_GivesATokenThatWorks()
    {
        var (account, _) = await _app.HasAsync(Role.Physician, "Dr.Chen");

        var session = await (await _app.SignInAsync(" dr.chen ")).JsonAsync();

        Assert.Equal(_app.Clock.GetUtcNow() + TimeSpan.FromHours(8), session.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("示例 持有人", session.GetProperty("user").GetProperty("displayName").GetString());
        var me = await (await _app.GetAsync("/api/me", session.GetProperty("accessToken").GetString())).JsonAsync();
        Assert.Equal(account.Id, me.GetProperty("accountId").GetString());
        Assert.Equal("physician", me.GetProperty("role").GetString());
        Assert.Equal("physician-1", me.GetProperty("physicianId").GetString());
        Assert.Equal("441402", me.GetProperty("regions")[0].GetString());
    }

    [Fact]
    public async Task UnknownUserAndWrongPassword_CannotBeToldApart()
    {
        await _app.HasAsync(Role.HealthWorker, "worker.li");

        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var wrong = await _app.SignInAsync("worker.li", "wrong password");
            using var unknown = await _app.SignInAsync("nobody.at.all", "wrong password");

            Assert.Equal(attempt < 5 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, wrong.StatusCode);
            Assert.Equal(wrong.StatusCode, unknown.StatusCode);
            Assert.Equal(wrong.Headers.RetryAfter, unknown.Headers.RetryAfter);
            Assert.Equal(await wrong.CodeAsync(), await unknown.CodeAsync());
        }
    }

    [Fact]
    public async Task LockedAccount_RefusesTheRightPasswordUntilItsTime_AndLongerEachTime()
    {
        await _app.HasAsync(Role.HealthWorker, "worker.li");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _app.SignInAsync("worker.li", "wrong password");
        }

        using var locked = await _app.SignInAsync("worker.li");
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), locked.Headers.RetryAfter!.Delta);

        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.SignInAsync("worker.li", "wrong password")).StatusCode);
        using var lockedAgain = await _app.SignInAsync("worker.li");
        Assert.Equal(TimeSpan.FromMinutes(2), lockedAgain.Headers.RetryAfter!.Delta);

        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await _app.SignInAsync("worker.li")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.SignInAsync("worker.li", "wrong password")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _app.SignInAsync("worker.li")).StatusCode);
    }

    [Fact]
    public async Task ManyGuessesAtOnce_AreCountedOneByOne()
    {
        await _app.HasAsync(Role.HealthWorker, "worker.li");

        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => _app.SignInAsync("worker.li", "wrong password")));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task OneAddressThatTriesManyNames_HasToWait()
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            await _app.SignInAsync($"name-{attempt}", "wrong password");
        }

        using var refused = await _app.SignInAsync(AccessApp.OperatorName);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        _app.Clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        Assert.Equal(HttpStatusCode.OK, (await _app.SignInAsync(AccessApp.OperatorName)).StatusCode);
    }

    [Fact]
    public async Task GoodSignIns_AreNotLimited()
    {
        for (var time = 0; time < 40; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _app.SignInAsync(AccessApp.OperatorName)).StatusCode);
        }
    }

    [Fact]
    public async Task DisabledAccount_IsRefusedLikeAWrongPassword()
    {
        var (account, _) = await _app.HasAsync(Role.HealthWorker, "worker.li");
        await DisableAsync(account);

        Assert.Equal("sign-in-failed", await (await _app.SignInAsync("worker.li")).CodeAsync());
    }

    [Theory]
    [InlineData("{}", 401)]
    [InlineData("""{"userName":"operator.one"}""", 401)]
    [InlineData("""{"userName":7,"password":"x"}""", 400)]
    [InlineData("""{"userName":"\ud800","password":"x"}""", 400)]
    [InlineData("[]", 400)]
    public async Task OddBodies_AreRefused(string body, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        Assert.Equal(status, (int)(await _app.Client.PostAsync("/api/sign-in", content)).StatusCode);
    }

    [Fact]
    public void UserNamesThatLookAlike_AreOneAccount()
    {
        var fingerprints = _app.Get<Fingerprinter>();

        Assert.Equal(AccountKey.Of("worker.li", fingerprints), AccountKey.Of(" ＷＯＲＫＥＲ.li", fingerprints));
    }

    private async Task DisableAsync(Account account)
    {
        var (stored, etag) = (await _app.Get<AccountTable>().FindAsync(account.Id, CancellationToken.None))!.Value;
        await _app.Get<AccountTable>().ReplaceAsync(stored with { Disabled = true }, etag, CancellationToken.None);
    }
}
