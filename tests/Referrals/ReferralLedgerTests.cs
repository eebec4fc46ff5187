using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>
/// The ledgers of referrals by their endpoints: each step shows at once, and who may look in no longer learns of nobody.
/// </summary>
public sealed class ReferralLedgerTests : ReferralLedgerStage
{
    [Fact]
    public async Task Referral_StandsInTheLedgersOfTownshipSenderAndReceiver_OverToo()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);
        var sent = Assert.Single(await OfRegionAsync(Scene.Worker));
        Assert.Equal(
            (Id, "sent", "13800000000", "近一周夜间躁动", false),
            (Text(sent, "id"), Text(sent, "status"), Text(sent, "phone"), Text(sent, "reason"), sent.TryGetProperty("isReceived", out _))
        );
        Assert.False(Assert.Single(await OfPhysicianAsync(responsible, CareScene.Responsible)).GetProperty("isReceived").GetBoolean());
        var received = Assert.Single(await OfPhysicianAsync(receiver, CareScene.County));
        Assert.True(received.GetProperty("isReceived").GetBoolean());
        Assert.Equal(Text(sent, "name"), Text(received, "name"));
        await receiver.PostsAsync($"{Address}/acceptance");
        Assert.Equal("accepted", Text(Assert.Single(await OfRegionAsync(Scene.Worker)), "status"));
        await receiver.PostsAsync($"{Address}/attendance");
        await receiver.PostsAsync($"{Address}/answer", new { findings = "幻听减轻", instructions = "继续原剂量" });
        Assert.Single(await OfRegionAsync(Scene.Worker, query: "?state=open"));
        await Scene.Worker.PostsAsync($"{Address}/closure", new { reason = "已告知家属" });
        var closed = Assert.Single(await OfRegionAsync(Scene.Worker, query: "?state=over&direction=up"));
        Assert.Equal("closed", Text(closed, "status"));
        Assert.True(closed.TryGetProperty("answeredAt", out _) && closed.TryGetProperty("endedAt", out _));
        Assert.Empty(await OfRegionAsync(Scene.Worker, query: "?state=open"));
        Assert.Empty(await OfRegionAsync(Scene.Worker, query: "?direction=down"));
        Assert.Equal(Text(closed, "name"), Text(Assert.Single(await OfPhysicianAsync(responsible, CareScene.Responsible)), "name"));
        // What the specialist did stays; whom it was done for does not.
        received = Assert.Single(await OfPhysicianAsync(receiver, CareScene.County, "?part=received"));
        Assert.Equal("closed", Text(received, "status"));
        Assert.All(
            ["householdId", "name", "phone", "reason", "recordNumber", "condition", "villageCode"],
            property => Assert.False(received.TryGetProperty(property, out _), property)
        );
    }

    [Fact]
    public async Task PassedOn_LeavesTheLedgerOfWhoDeclined()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var first = await Scene.App.PhysicianAsync(CareScene.County);
        using var next = await Scene.App.PhysicianAsync(CareScene.City);
        await first.PostsAsync($"{Address}/refusal", new { reason = "本周停诊" }, HttpStatusCode.NoContent);
        Assert.Empty(await OfPhysicianAsync(first, CareScene.County));
        Assert.Equal("sent", Text(Assert.Single(await OfPhysicianAsync(next, CareScene.City)), "status"));
        Assert.Equal(CareScene.City, Text(Assert.Single(await OfRegionAsync(Scene.Worker)), "to"));
    }

    [Fact]
    public async Task GuestWhoseTimeIsOver_LearnsOfNobody_ThoughTheReferralIsOpen()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        Scene.Clock.Advance(TimeSpan.FromDays(31));
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        var line = (await OfPhysicianAsync(receiver, CareScene.County)).FirstOrDefault();
        Assert.False(line.ValueKind is JsonValueKind.Object && line.TryGetProperty("name", out _));
    }

    [Fact]
    public async Task HouseholdThatMoves_AndWhatIsCorrected_ShowInTheLedger()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        await Scene.App.HasPhysicianAsync("P441402006-01", OtherTownship);
        using var worker = await Scene.App.HealthWorkerAsync(Some.Township, OtherTownship);
        var location = new Uri($"/api/households/{Scene.Household}", UriKind.Relative);
        var form = JsonNode.Parse(await worker.GetStringAsync($"{location}/enrolment"))!;
        form["villageCode"] = $"{OtherTownship}001";
        form["phone"] = "13800000001";
        using var corrected = await worker.CorrectsAsync(location, form, (await Scene.ReadAsync()).Version);
        Assert.True(corrected.IsSuccessStatusCode, await corrected.Content.ReadAsStringAsync());
        await Eventually.TrueAsync(async () => (await OfRegionAsync(worker, OtherTownship)).Count == 1);
        Assert.Equal("13800000001", Text(Assert.Single(await OfRegionAsync(worker, OtherTownship)), "phone"));
        await Eventually.TrueAsync(async () => (await OfRegionAsync(worker)).Count == 0);
    }
}
