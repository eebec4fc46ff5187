using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>Accounts are changed by an operator, by the version that was read.</summary>
public sealed class AccountChangeTests() : WithScene<OperatorScene>(OperatorScene.StartAsync)
{
    private AccessApp App => Scene.App;

    private string OperatorToken => Scene.OperatorToken;

    [Fact]
    public async Task Change_NeedsTheVersionThatWasRead()
    {
        var (account, _) = await App.HasAsync(Role.HealthWorker, "worker.li");
        var change = new { role = "official", regions = new[] { "4414" } };
        Assert.Equal(428, (int)(await PutAsync(account.Id, change, null)).StatusCode);
        Assert.Equal(400, (int)(await PutAsync(account.Id, change, "1")).StatusCode);
        using var changed = await PutAsync(account.Id, change, "\"v1\"");
        Assert.Equal("\"v2\"", changed.Headers.ETag!.Tag);
        Assert.Equal("示例 持有人", (await changed.JsonAsync()).GetProperty("displayName").GetString());
        using var late = await PutAsync(account.Id, change, "\"v1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("official", (await late.JsonAsync()).GetProperty("current").GetProperty("role").GetString());
    }

    [Fact]
    public async Task TwoChangesAtOnce_OneWins()
    {
        var (account, _) = await App.HasAsync(Role.HealthWorker, "worker.li");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PutAsync(account.Id, new { role = "auditor" }, "\"v1\"")));
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Disabled_IsOutAtOnceOnThisHost()
    {
        var (account, token) = await App.HasAsync(Role.Auditor, "auditor.wu");
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", token)).StatusCode);
        await PutAsync(account.Id, new { role = "auditor", disabled = true }, "\"v1\"");
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.GetAsync("/api/me", token)).StatusCode);
    }

    [Fact]
    public async Task Operators_DoNotShutThemselvesOut()
    {
        var id = (await (await App.GetAsync("/api/me", OperatorToken)).JsonAsync()).GetProperty("accountId").GetString()!;
        Assert.Equal("own-account", await (await PutAsync(id, new { role = "operator", disabled = true }, "\"v1\"")).CodeAsync());
        Assert.Equal("own-account", await (await PutAsync(id, new { role = "auditor" }, "\"v1\"")).CodeAsync());
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("nonsense")]
    [InlineData("%27%20or%20true")]
    public async Task UnknownAccount_IsNotFound(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(id, new { role = "auditor" }, "\"v1\"")).StatusCode);

    private Task<HttpResponseMessage> PutAsync(string id, object body, string? ifMatch) =>
        App.SendAsync(HttpMethod.Put, $"/api/accounts/{id}", OperatorToken, body, ifMatch is null ? [] : [("If-Match", ifMatch)]);
}
