using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conferences;

public sealed class ConferenceTests : IAsyncLifetime
{
    private static readonly object Call = new
    {
        question = "是否需要换药？",
        answerBy = "2026-11-30",
        invited = new[] { CareScene.County, CareScene.Internet },
    };
    private static readonly object Opinion = new { findings = "血药浓度偏低", advice = "增加四分之一剂量" };
    private readonly string _id = CareScene.NewId();
    private CareScene _scene = null!;
    private HttpClient _responsible = null!;
    private HttpClient _county = null!;

    private string Address => _scene.Of($"conferences/{_id}");

    public async Task InitializeAsync()
    {
        _scene = await CareScene.StartAsync();
        (_responsible, _county) = (
            await _scene.App.PhysicianAsync(CareScene.Responsible),
            await _scene.App.PhysicianAsync(CareScene.County)
        );
    }

    public async Task DisposeAsync()
    {
        _responsible.Dispose();
        _county.Dispose();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task Conference_CollectsOpinions_AndEndsInAProposalForThePlan()
    {
        await _responsible.PutsAsync(Address, Call);
        await _responsible.PutsAsync(Address, Call, HttpStatusCode.OK);
        Assert.Equivalent(new[] { CareScene.County, CareScene.Internet }, await _scene.GuestsAsync(), strict: true);
        var line = (
            await _county.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/worklist?kind=conference")
        ).GetProperty("items")[0];
        Assert.Equal($"{_id}/{CareScene.County}", line.GetProperty("tasks")[0].GetProperty("reference").GetString());
        await _responsible.PostsAsync($"{Address}/conclusion", new { text = "一" }, HttpStatusCode.Conflict);

        var signed = await _county.PutsAsync($"{Address}/opinions/{CareScene.County}", Opinion, HttpStatusCode.OK);
        await _county.PutsAsync($"{Address}/opinions/{CareScene.County}", Opinion, HttpStatusCode.OK);
        await _county.PutsAsync($"{Address}/opinions/{CareScene.County}", new { findings = "二", advice = "二" }, HttpStatusCode.Conflict);
        Assert.False(signed.GetProperty("awaitsMe").GetBoolean());
        Assert.Equivalent(
            new[] { (_id, CareScene.Responsible), ($"{_id}/{CareScene.Internet}", CareScene.Internet) },
            await _scene.TasksAsync("conference"),
            strict: true
        );

        await _responsible.PostsAsync($"{Address}/conclusion", new { text = "同意增量", proposesRevision = true });
        await _responsible.PostsAsync($"{Address}/conclusion", new { text = "同意增量", proposesRevision = true });

        Assert.Empty(await _scene.TasksAsync("conference"));
        Assert.Empty(await _scene.GuestsAsync());
        Assert.Equal(CareScene.Responsible, Assert.Single(await _scene.TasksAsync("decision")).For);
        Assert.Equal(HttpStatusCode.NotFound, (await _county.GetAsync(Address)).StatusCode);
        Assert.Equivalent(new[] { "called", "opinion", "concluded" }, await _scene.EntriesAsync("conference"), strict: true);
        var read = (await _scene.Worker.GetFromJsonAsync<JsonElement>(_scene.Of("conferences"))).GetProperty("items")[0];
        Assert.Equal(
            ("concluded", true),
            (read.GetProperty("status").GetString(), read.GetProperty("conclusion").GetProperty("proposesRevision").GetBoolean())
        );
    }

    [Fact]
    public async Task OnlyTheResponsiblePhysician_CallsAndEnds_AndOnlyTheInvitedSign()
    {
        await _county.PutsAsync(Address, Call, HttpStatusCode.NotFound);
        await _scene.Worker.PutsAsync(Address, Call, HttpStatusCode.Forbidden);
        await _responsible.PutsAsync(
            Address,
            new
            {
                question = "",
                answerBy = "2027-11-30",
                invited = new[] { CareScene.Responsible, "P4414-99", CareScene.City, CareScene.City },
            },
            HttpStatusCode.UnprocessableEntity
        );
        await _responsible.PutsAsync(Address, Call);

        await _county.PostsAsync($"{Address}/conclusion", new { text = "一" }, HttpStatusCode.Forbidden);
        await _county.PutsAsync($"{Address}/opinions/{CareScene.Internet}", Opinion, HttpStatusCode.NotFound);
        await _responsible.PutsAsync($"{Address}/opinions/{CareScene.Responsible}", Opinion, HttpStatusCode.Forbidden);
        using var city = await _scene.App.PhysicianAsync(CareScene.City);
        await city.PutsAsync($"{Address}/opinions/{CareScene.City}", Opinion, HttpStatusCode.NotFound);
        // Who only gives an opinion sends nobody anywhere.
        await _county.PutsAsync(
            _scene.Of($"referrals/{CareScene.NewId()}"),
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "一",
            },
            HttpStatusCode.Forbidden
        );

        await _responsible.PostsAsync($"{Address}/cancellation", new { reason = "患者已住院" });
        await _responsible.PostsAsync($"{Address}/conclusion", new { text = "一" }, HttpStatusCode.Conflict);
        Assert.Empty(await _scene.GuestsAsync());
    }

    [Fact]
    public async Task OpinionsAtOnce_AreAllKept()
    {
        await _responsible.PutsAsync(Address, Call);
        using var internet = await _scene.App.PhysicianAsync(CareScene.Internet);

        await Task.WhenAll(
            _county.PutsAsync($"{Address}/opinions/{CareScene.County}", Opinion, HttpStatusCode.OK),
            internet.PutsAsync($"{Address}/opinions/{CareScene.Internet}", Opinion, HttpStatusCode.OK)
        );

        Assert.Equal(2, (await _responsible.GetFromJsonAsync<JsonElement>(Address)).GetProperty("opinions").GetArrayLength());
    }
}
