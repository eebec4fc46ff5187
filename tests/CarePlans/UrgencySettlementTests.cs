using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Referrals;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>How what calls for treatment at once ends: by whoever dealt with it, or by the referral that was made for it.</summary>
public sealed class UrgencySettlementTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    private const string Treated = "已送镇卫生院，血压降至150/90";

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
    public async Task TwoAtOnce_OneIsRecorded_AndTheOtherIsTold()
    {
        await VisitAsync("""{"systolic":192}""");

        var answers = await Task.WhenAll(
            SettleAsync(Scene.Worker, CareScene.NewId(), Treated),
            SettleAsync(Scene.Worker, CareScene.NewId(), "家属已带去就诊")
        );

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Order());
        Assert.Single(await EntriesAsync(), entry => Text(entry, "kind") == "urgencySettlement");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task WithoutAReason_ItIsRefused(string? reason)
    {
        await VisitAsync("""{"systolic":192}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SettleAsync(Scene.Worker, CareScene.NewId(), reason));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SettleAsync(Scene.Worker, CareScene.NewId(), new string('长', 301)));

        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());
    }

    [Fact]
    public async Task OnlyWhoCaresForThePerson_Settles()
    {
        await VisitAsync("""{"systolic":192}""");
        using var elsewhere = await Scene.App.HealthWorkerAsync("441403101");
        using var stranger = await Scene.App.PhysicianAsync(CareScene.County);
        Assert.Equal(HttpStatusCode.NotFound, await SettleAsync(elsewhere, CareScene.NewId(), Treated));
        Assert.Equal(HttpStatusCode.NotFound, await SettleAsync(stranger, CareScene.NewId(), Treated));
        await Scene.Worker.PutsAsync(Scene.Of($"referrals/{CareScene.NewId()}"), SomeReferral.Psychiatry);
        Assert.Equal(HttpStatusCode.Forbidden, await SettleAsync(stranger, CareScene.NewId(), Treated));
        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());

        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);
        Assert.Equal(HttpStatusCode.NoContent, await SettleAsync(responsible, CareScene.NewId(), Treated));
    }

    [Fact]
    public async Task WhereNothingIsUrgent_ThatIsSaid() =>
        Assert.Equal(HttpStatusCode.Conflict, await SettleAsync(Scene.Worker, CareScene.NewId(), Treated));

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

    private async Task VisitAsync(string changes) =>
        await Scene.Worker.PutsAsync(
            Scene.Of($"visits/{CareScene.NewId()}"),
            SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow(), changes)
        );

    /// <param name="findings">Those that were seen; null for what the list tells now.</param>
    private async Task<HttpStatusCode> SettleAsync(HttpClient client, string id, string? reason, JsonElement? findings = null)
    {
        var body = new { reason, findings = findings ?? (await LineAsync()).GetProperty("urgencies") };
        using var answer = await client.PutAsJsonAsync(Scene.Of($"urgency-settlements/{id}"), body);
        return answer.StatusCode;
    }

    private async Task<JsonElement> LineAsync() =>
        (await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Township}/worklist"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(line => line.TryGetProperty("member", out var member) && member.GetInt32() == 1);

    private async Task<IReadOnlyList<JsonElement>> EntriesAsync()
    {
        var number = (await Scene.ReadAsync()).Members[0].RecordNumber;
        var page = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries");
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
