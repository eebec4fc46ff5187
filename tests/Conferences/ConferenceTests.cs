using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conferences;

public sealed class ConferenceTests() : WithScene<ConferenceTests.ConferenceScene>(ConferenceScene.StartAsync)
{
    private static readonly object Call = new
    {
        question = "是否需要换药？",
        answerBy = "2026-11-30",
        invited = new[] { CareScene.County, CareScene.Internet },
    };
    private static readonly object Opinion = new { findings = "血药浓度偏低", advice = "增加四分之一剂量" };
    private readonly string _id = CareScene.NewId();

    private string Address => Care.Of($"conferences/{_id}");

    private CareScene Care => Scene.Care;

    private HttpClient Responsible => Scene.Responsible;

    private HttpClient County => Scene.County;

    [Fact]
    public async Task Conference_CollectsOpinions_AndEndsInAProposalForThePlan()
    {
        await Responsible.PutsAsync(Address, Call);
        await Responsible.PutsAsync(Address, Call, HttpStatusCode.OK);
        Assert.Equivalent(new[] { CareScene.County, CareScene.Internet }, await Care.GuestsAsync(), strict: true);
        var line = (await County.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/worklist?kind=conference")).GetProperty(
            "items"
        )[0];
        Assert.Equal($"{_id}/{CareScene.County}", line.GetProperty("tasks")[0].GetProperty("reference").GetString());
        await Responsible.PostsAsync($"{Address}/conclusion", new { text = "一" }, HttpStatusCode.Conflict);

        var signed = await County.PutsAsync($"{Address}/opinions/{CareScene.County}", Opinion, HttpStatusCode.OK);
        await County.PutsAsync($"{Address}/opinions/{CareScene.County}", Opinion, HttpStatusCode.OK);
        await County.PutsAsync($"{Address}/opinions/{CareScene.County}", new { findings = "二", advice = "二" }, HttpStatusCode.Conflict);
        Assert.False(signed.GetProperty("awaitsMe").GetBoolean());
        Assert.Equal("physician", signed.GetProperty("opinions")[0].GetProperty("signature").GetProperty("role").GetString());
        Assert.Equivalent(
            new[] { (_id, CareScene.Responsible), ($"{_id}/{CareScene.Internet}", CareScene.Internet) },
            await Care.TasksAsync("conference"),
            strict: true
        );

        await Responsible.PostsAsync($"{Address}/conclusion", new { text = "同意增量", proposesRevision = true });
        await Responsible.PostsAsync($"{Address}/conclusion", new { text = "同意增量", proposesRevision = true });

        Assert.Empty(await Care.TasksAsync("conference"));
        Assert.Empty(await Care.GuestsAsync());
        Assert.Equal(CareScene.Responsible, Assert.Single(await Care.TasksAsync("decision")).For);
        Assert.Equal(HttpStatusCode.NotFound, (await County.GetAsync(Address)).StatusCode);
        Assert.Equivalent(new[] { "called", "opinion", "concluded" }, await Care.EntriesAsync("conference"), strict: true);
        var read = (await Care.Worker.GetFromJsonAsync<JsonElement>(Care.Of("conferences"))).GetProperty("items")[0];
        Assert.Equal("physician", read.GetProperty("conclusion").GetProperty("signature").GetProperty("role").GetString());
        Assert.Equal(
            ("concluded", true),
            (read.GetProperty("status").GetString(), read.GetProperty("conclusion").GetProperty("proposesRevision").GetBoolean())
        );
    }

    [Fact]
    public async Task OnlyTheResponsiblePhysician_CallsAndEnds_AndOnlyTheInvitedSign()
    {
        await County.PutsAsync(Address, Call, HttpStatusCode.NotFound);
        await Care.Worker.PutsAsync(Address, Call, HttpStatusCode.Forbidden);
        await Responsible.PutsAsync(
            Address,
            new
            {
                question = "",
                answerBy = "2027-11-30",
                invited = new[] { CareScene.Responsible, "P4414-99", CareScene.City, CareScene.City },
            },
            HttpStatusCode.UnprocessableEntity
        );
        await Responsible.PutsAsync(Address, Call);

        await County.PostsAsync($"{Address}/conclusion", new { text = "一" }, HttpStatusCode.Forbidden);
        await County.PutsAsync($"{Address}/opinions/{CareScene.Internet}", Opinion, HttpStatusCode.NotFound);
        await Responsible.PutsAsync($"{Address}/opinions/{CareScene.Responsible}", Opinion, HttpStatusCode.Forbidden);
        using var city = await Care.App.PhysicianAsync(CareScene.City);
        await city.PutsAsync($"{Address}/opinions/{CareScene.City}", Opinion, HttpStatusCode.NotFound);
        // Who only gives an opinion sends nobody anywhere.
        await County.PutsAsync(
            Care.Of($"referrals/{CareScene.NewId()}"),
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "一",
            },
            HttpStatusCode.Forbidden
        );

        await Responsible.PostsAsync($"{Address}/cancellation", new { reason = "患者已住院" });
        await Responsible.PostsAsync($"{Address}/conclusion", new { text = "一" }, HttpStatusCode.Conflict);
        Assert.Empty(await Care.GuestsAsync());
    }

    [Fact]
    public async Task OpinionsAtOnce_AreAllKept()
    {
        await Responsible.PutsAsync(Address, Call);
        using var internet = await Care.App.PhysicianAsync(CareScene.Internet);

        await Task.WhenAll(
            County.PutsAsync($"{Address}/opinions/{CareScene.County}", Opinion, HttpStatusCode.OK),
            internet.PutsAsync($"{Address}/opinions/{CareScene.Internet}", Opinion, HttpStatusCode.OK)
        );

        Assert.Equal(2, (await Responsible.GetFromJsonAsync<JsonElement>(Address)).GetProperty("opinions").GetArrayLength());
    }

    public sealed record ConferenceScene(CareScene Care, HttpClient Responsible, HttpClient County) : IAsyncDisposable
    {
        public static Task<ConferenceScene> StartAsync() =>
            CareScene
                .StartAsync()
                .ThenAsync(async care => new ConferenceScene(
                    care,
                    await care.App.PhysicianAsync(CareScene.Responsible),
                    await care.App.PhysicianAsync(CareScene.County)
                ));

        public ValueTask DisposeAsync() => Care.DisposeAsync();
    }
}
