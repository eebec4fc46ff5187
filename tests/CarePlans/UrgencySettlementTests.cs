using System.Net;
using Alleviation.Tests.Referrals;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>How what calls for treatment at once ends: by whoever dealt with it, or by the referral that was made for it.</summary>
public sealed class UrgencySettlementTests : UrgencySettlementStage
{
    [Fact]
    public async Task Urgency_SaysWhy_UntilItIsSettledWithAReason()
    {
        await VisitAsync("""{"systolic":192,"dangerSigns":["vision"]}""");
        var line = await LineAsync();
        Assert.Equal("urgent", line.GetProperty("urgency").GetString());
        var why = line.GetProperty("urgencies").EnumerateArray().ToList();
        Assert.Contains(why, found => Text(found, "reading") == "systolic" && found.GetProperty("value").GetDecimal() == 192);
        Assert.Contains(why, found => Text(found, "form") == "hypertension");
        Assert.Equal(HttpStatusCode.NoContent, await SettleAsync(Scene.Worker, CareScene.NewId(), Treated));
        line = await LineAsync();
        Assert.NotEqual("urgent", line.GetProperty("urgency").GetString());
        Assert.Empty(line.GetProperty("urgencies").EnumerateArray());
        var entry = (await EntriesAsync()).Single(entry => Text(entry, "kind") == "urgencySettlement");
        Assert.Equal("已送镇卫生院，血压降至150/90", Text(entry, "note"));
    }

    [Fact]
    public async Task SentTwice_ItCountsOnce_AndSettlesNothingThatIsFoundLater()
    {
        await VisitAsync("""{"systolic":192}""");
        var id = CareScene.NewId();
        var seen = (await LineAsync()).GetProperty("urgencies");
        Assert.Equal(HttpStatusCode.NoContent, await SettleAsync(Scene.Worker, id, Treated, seen));
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        await VisitAsync("""{"systolic":195}""");
        Assert.Equal(HttpStatusCode.NoContent, await SettleAsync(Scene.Worker, id, Treated, seen));
        Assert.Equal(HttpStatusCode.Conflict, await SettleAsync(Scene.Worker, id, "其他", seen));
        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());
        Assert.Single(await EntriesAsync(), entry => Text(entry, "kind") == "urgencySettlement");
    }

    [Fact]
    public async Task SentLate_ItSettlesWhatWasSeen_AndNotWhatWasFoundMeanwhile()
    {
        await VisitAsync("""{"systolic":192}""");
        var seen = (await LineAsync()).GetProperty("urgencies");
        Scene.Clock.Advance(TimeSpan.FromHours(1));
        await VisitAsync("""{"systolic":192,"dangerSigns":["vision"]}""");
        // The same value measured again is another finding, and took the place of the one that was seen.
        Assert.Equal(HttpStatusCode.Conflict, await SettleAsync(Scene.Worker, CareScene.NewId(), Treated, seen));
        var line = await LineAsync();
        Assert.Equal("urgent", line.GetProperty("urgency").GetString());
        Assert.Contains(line.GetProperty("urgencies").EnumerateArray(), finding => Text(finding, "reading") == "systolic");
        Assert.Contains(line.GetProperty("urgencies").EnumerateArray(), finding => Text(finding, "form") == "hypertension");
    }

    [Fact]
    public async Task ReferralThatIsClosed_SettlesWhatItWasMadeFor_AndTheAnswerIsTheReason()
    {
        await VisitAsync("""{"systolic":192}""");
        Scene.Clock.Advance(TimeSpan.FromMinutes(5));
        var referral = Scene.Of($"referrals/{CareScene.NewId()}");
        await Scene.Worker.PutsAsync(referral, SomeReferral.Psychiatry);
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        await receiver.PostsAsync($"{referral}/acceptance");
        await receiver.PostsAsync($"{referral}/attendance");
        await receiver.PostsAsync($"{referral}/answer", new { findings = "已降压", instructions = "请告知家属：\n每天早上量血压" });
        var task = Assert.Single((await LineAsync()).GetProperty("tasks").EnumerateArray(), task => Text(task, "kind") == "referral");
        Assert.Equal("请告知家属： 每天早上量血压", Text(task, "note"));
        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());
        await Scene.Worker.PostsAsync($"{referral}/closure", new { reason = "已告知家属" });
        Assert.NotEqual("urgent", (await LineAsync()).GetProperty("urgency").GetString());
    }

    [Fact]
    public async Task ReferralThatIsClosed_LeavesWhatWasFoundAfterIt()
    {
        var referral = Scene.Of($"referrals/{CareScene.NewId()}");
        await Scene.Worker.PutsAsync(referral, SomeReferral.Psychiatry);
        Scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await VisitAsync("""{"systolic":192}""");
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        await receiver.PostsAsync($"{referral}/acceptance");
        await receiver.PostsAsync($"{referral}/attendance");
        await receiver.PostsAsync($"{referral}/answer", new { findings = "平稳", instructions = "继续原方案" });
        await Scene.Worker.PostsAsync($"{referral}/closure", new { reason = "已告知家属" });
        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());
    }
}
