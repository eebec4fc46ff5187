using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>Referrals that are sent twice, changed at the same time, or by somebody whose turn it is not.</summary>
public sealed class ReferralRefusalTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    private readonly string _id = CareScene.NewId();

    private string Address => Scene.Of($"referrals/{_id}");

    [Fact]
    public async Task SentTwice_IsOneReferral_AndOtherContentIsRefused()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        var version = (await Scene.ReadAsync()).Version;
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry, HttpStatusCode.OK);
        var refused = await Scene.Worker.PutsAsync(
            Address,
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "另一件事",
            },
            HttpStatusCode.Conflict
        );
        Assert.Equal("sent-differently", refused.GetProperty("code").GetString());
        Assert.Equal(version, (await Scene.ReadAsync()).Version);
        await Scene.Worker.PostsAsync($"{Address}/withdrawal", new { reason = "已缓解" });
        await Scene.Worker.PostsAsync($"{Address}/withdrawal", new { reason = "已缓解" });
        Assert.Equal(
            "withdrawn",
            (await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry, HttpStatusCode.OK)).GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task TwentyAtOnce_AcceptAndWithdraw_EndAsOneOfThem()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .SelectMany(_ =>
                    new[]
                    {
                        receiver.PostAsync($"{Address}/acceptance", null),
                        Scene.Worker.PostAsJsonAsync($"{Address}/withdrawal", new { reason = "已缓解" }),
                    }
                )
        );
        // 204: taken, and withdrawn before it could be shown.
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode is 200 or 204 or 404 or 409 or 503, $"{answer.StatusCode}"));
        Assert.Equal("withdrawn", (await Scene.Worker.GetFromJsonAsync<JsonElement>(Address)).GetProperty("status").GetString());
        Assert.Empty(await Scene.GuestsAsync());
        Assert.Single(await Scene.EntriesAsync("referral"), "withdrawn");
    }

    [Fact]
    public async Task OnlyWhoseTurnItIs_TakesAStep_AndOnlyTheOneThatFollows()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);
        using var stranger = await Scene.App.PhysicianAsync(CareScene.City);
        using var elsewhere = await Scene.App.HealthWorkerAsync("441403100");
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        await responsible.PostsAsync($"{Address}/acceptance", status: HttpStatusCode.Forbidden);
        await stranger.PostsAsync($"{Address}/acceptance", status: HttpStatusCode.NotFound);
        await elsewhere.PutsAsync(Scene.Of($"referrals/{CareScene.NewId()}"), SomeReferral.Psychiatry, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(Address)).StatusCode);
        await receiver.PostsAsync($"{Address}/attendance", status: HttpStatusCode.Conflict);
        await receiver.PostsAsync($"{Address}/answer", new { findings = "一" }, HttpStatusCode.UnprocessableEntity);
        await receiver.PostsAsync($"{Address}/closure", new { }, HttpStatusCode.Forbidden);
        // The responsible physician may end what a health worker began.
        await responsible.PostsAsync($"{Address}/withdrawal", new { reason = "由我处理" });
    }
}
