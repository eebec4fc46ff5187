using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

public sealed class SignInTests() : WithScene<AccessApp>(() => AccessApp.StartAsync())
{
    [Fact]
    public async Task RightPassword_GivesATokenThatWorks()
    {
        var (account, _) = await Scene.HasAsync(Role.Physician, "Dr.Chen");

        var session = await (await Scene.SignInAsync(" dr.chen ")).JsonAsync();

        Assert.Equal(Scene.Clock.GetUtcNow() + TimeSpan.FromHours(8), session.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("示例 持有人", session.GetProperty("user").GetProperty("displayName").GetString());
        var me = await (await Scene.GetAsync("/api/me", session.GetProperty("accessToken").GetString())).JsonAsync();
        Assert.Equal(account.Id, me.GetProperty("accountId").GetString());
        Assert.Equal("physician", me.GetProperty("role").GetString());
        Assert.Equal("physician-1", me.GetProperty("physicianId").GetString());
        Assert.Equal("441402", me.GetProperty("regions")[0].GetString());
    }

    [Fact]
    public async Task UnknownUserAndWrongPassword_CannotBeToldApart()
    {
        await Scene.HasAsync(Role.HealthWorker, "worker.li");

        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var refused = await Scene.SignInAsync("worker.li", "wrong password");
            using var unknown = await Scene.SignInAsync("nobody.at.all", "wrong password");

            Assert.Equal(attempt < 5 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(refused.StatusCode, unknown.StatusCode);
            Assert.Equal(refused.Headers.RetryAfter, unknown.Headers.RetryAfter);
            Assert.Equal(await refused.CodeAsync(), await unknown.CodeAsync());
        }
    }

    [Fact]
    public async Task LockedAccount_RefusesTheRightPasswordUntilItsTime_AndLongerEachTime()
    {
        await Scene.HasAsync(Role.HealthWorker, "worker.li");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Scene.SignInAsync("worker.li", "wrong password");
        }

        using var locked = await Scene.SignInAsync("worker.li");
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), locked.Headers.RetryAfter!.Delta);

        Scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Scene.SignInAsync("worker.li", "wrong password")).StatusCode);
        using var lockedAgain = await Scene.SignInAsync("worker.li");
        Assert.Equal(TimeSpan.FromMinutes(2), lockedAgain.Headers.RetryAfter!.Delta);

        Scene.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await Scene.SignInAsync("worker.li")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Scene.SignInAsync("worker.li", "wrong password")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Scene.SignInAsync("worker.li")).StatusCode);
    }

    [Fact]
    public async Task ManyGuessesAtOnce_AreCountedOneByOne()
    {
        await Scene.HasAsync(Role.HealthWorker, "worker.li");

        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Scene.SignInAsync("worker.li", "wrong password")));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task OneAddressThatTriesManyNames_HasToWait()
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            await Scene.SignInAsync($"name-{attempt}", "wrong password");
        }

        using var refused = await Scene.SignInAsync(AccessApp.OperatorName);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        Scene.Clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        Assert.Equal(HttpStatusCode.OK, (await Scene.SignInAsync(AccessApp.OperatorName)).StatusCode);
    }

    [Fact]
    public async Task GoodSignIns_AreNotLimited()
    {
        for (var time = 0; time < 40; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Scene.SignInAsync(AccessApp.OperatorName)).StatusCode);
        }
    }

    [Fact]
    public async Task DisabledAccount_IsRefusedLikeAWrongPassword()
    {
        var (account, _) = await Scene.HasAsync(Role.HealthWorker, "worker.li");
        await DisableAsync(account);

        Assert.Equal("sign-in-failed", await (await Scene.SignInAsync("worker.li")).CodeAsync());
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

        Assert.Equal(status, (int)(await Scene.Client.PostAsync("/api/sign-in", content)).StatusCode);
    }

    [Fact]
    public void UserNamesThatLookAlike_AreOneAccount()
    {
        var fingerprints = Scene.Get<Fingerprinter>();

        Assert.Equal(AccountKey.Of("worker.li", fingerprints), AccountKey.Of(" ＷＯＲＫＥＲ.li", fingerprints));
    }

    private async Task DisableAsync(Account account)
    {
        var (stored, etag) = (await Scene.Get<AccountTable>().FindAsync(account.Id, CancellationToken.None))!.Value;
        await Scene.Get<AccountTable>().ReplaceAsync(stored with { Disabled = true }, etag, CancellationToken.None);
    }
}
