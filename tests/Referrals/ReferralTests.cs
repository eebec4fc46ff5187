using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>Referrals by their endpoints: from the village up, and back down.</summary>
public sealed class ReferralTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    private readonly string _id = CareScene.NewId();

    private string Address => Scene.Of($"referrals/{_id}");

    [Fact]
    public async Task Referral_GoesFromTheVillageToTheNearest_AndBackWithAnAnswer()
    {
        var sent = await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        Assert.Equal(CareScene.County, sent.GetProperty("to").GetString());
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        var line = (await receiver.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/worklist?kind=referral")).GetProperty(
            "items"
        )[0];
        Assert.Equal(_id, line.GetProperty("tasks")[0].GetProperty("reference").GetString());
        Assert.Equal(
            HttpStatusCode.OK,
            (await receiver.GetAsync($"/api/records/{(await Scene.ReadAsync()).Members[0].RecordNumber}")).StatusCode
        );
        Assert.Equal("accepted", (await receiver.PostsAsync($"{Address}/acceptance")).GetProperty("status").GetString());
        Assert.Equal([(_id, CareScene.County), ($"{_id}/family", null)], await Scene.TasksAsync("referral"));
        await receiver.PostsAsync($"{Address}/attendance");
        var answered = await receiver.PostsAsync(
            $"{Address}/answer",
            new { findings = "幻听减轻", instructions = "继续原剂量，\n两周后复诊" }
        );
        Assert.Equal("answered", answered.GetProperty("status").GetString());
        Assert.Equal("physician", answered.GetProperty("answer").GetProperty("signature").GetProperty("role").GetString());
        Assert.Equal([(_id, null)], await Scene.TasksAsync("referral"));
        var read = await Scene.Worker.GetFromJsonAsync<JsonElement>(Address);
        Assert.Equal("继续原剂量，\n两周后复诊", read.GetProperty("answer").GetProperty("instructions").GetString());
        Assert.Equal(["close"], read.GetProperty("steps").EnumerateArray().Select(step => step.GetString()));
        await Scene.Worker.PostsAsync($"{Address}/closure", new { reason = "已告知家属" });
        Assert.Empty(await Scene.TasksAsync("referral"));
        Assert.Empty(await Scene.GuestsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync(Address)).StatusCode);
        Assert.Equivalent(new[] { "sent", "answered", "closed" }, await Scene.EntriesAsync("referral"), strict: true);
        Assert.Equal(
            "closed",
            (await Scene.Worker.GetFromJsonAsync<JsonElement>(Scene.Of("referrals")))
                .GetProperty("items")[0]
                .GetProperty("status")
                .GetString()
        );
    }

    [Fact]
    public async Task Down_GoesToTheResponsiblePhysician_WithInstructions()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var specialist = await Scene.App.PhysicianAsync(CareScene.County);
        await specialist.PostsAsync($"{Address}/acceptance");
        await specialist.PostsAsync($"{Address}/attendance");
        var down = Scene.Of($"referrals/{CareScene.NewId()}");
        await specialist.PutsAsync(
            down,
            new
            {
                direction = "down",
                urgency = "routine",
                reason = "病情稳定",
            },
            HttpStatusCode.UnprocessableEntity
        );
        var sent = await specialist.PutsAsync(
            down,
            new
            {
                direction = "down",
                urgency = "routine",
                reason = "病情稳定",
                instructions = "每月随访一次",
            }
        );
        Assert.Equal(CareScene.Responsible, sent.GetProperty("to").GetString());
        await specialist.PostsAsync($"{Address}/answer", new { findings = "稳定", instructions = "转回村里" });
        await Scene.Worker.PostsAsync($"{Address}/closure", new { });
        // The first is over, and the second lets its sender see the household still.
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync(down)).StatusCode);
        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);
        await responsible.PostsAsync($"{down}/acceptance");
        await responsible.PostsAsync($"{down}/attendance");
        await responsible.PostsAsync($"{down}/answer", new { findings = "已随访", instructions = "按计划" });
        await specialist.PostsAsync($"{down}/closure", new { }, HttpStatusCode.NoContent);
        Assert.Empty(await Scene.GuestsAsync());
    }
}
