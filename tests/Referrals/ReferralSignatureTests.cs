using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>
/// Whoever receives a referral is told who sends it, and may read of the member what the referral is about; nobody else may.
/// </summary>
public sealed class ReferralSignatureTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    [Fact]
    public async Task Receiver_IsToldWhoSends_AndReadsTheMember_OnRecord_AStrangerNeither()
    {
        var me = await Scene.Worker.GetFromJsonAsync<JsonElement>("/api/me");
        var id = CareScene.NewId();
        var sent = await Scene.Worker.PutsAsync(
            Scene.Of($"referrals/{id}"),
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "复查",
            }
        );
        using var receiver = await Scene.App.PhysicianAsync(sent.GetProperty("to").GetString()!);
        using var stranger = await Scene.App.PhysicianAsync(CareScene.Internet);

        var received = await receiver.GetFromJsonAsync<JsonElement>(Scene.Of($"referrals/{id}"));
        var overview = await receiver.GetFromJsonAsync<JsonElement>(Scene.Of("")[..^1]);

        foreach (var signature in new[] { sent, received }.Select(view => view.GetProperty("signature")))
        {
            Assert.Equal(me.GetProperty("displayName").GetString(), signature.GetProperty("name").GetString());
            Assert.Equal("healthWorker", signature.GetProperty("role").GetString());
        }
        Assert.True(overview.TryGetProperty("medication", out _));
        foreach (var address in new[] { Scene.Of($"referrals/{id}"), Scene.Of("")[..^1] })
        {
            using var refused = await stranger.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        using var auditor = await Scene.App.AuditorAsync();
        var accountId = (await receiver.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("accountId").GetString();
        var day = Scene
            .Clock.GetUtcNow()
            .ToOffset(TimeSpan.FromHours(8))
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var actions = (await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?day={day}&account={accountId}"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(row => row.GetProperty("action").GetString())
            .ToList();
        Assert.Contains("referral.read", actions);
        Assert.Contains("member.read", actions);
    }
}
