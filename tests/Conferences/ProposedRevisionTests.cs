using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conferences;

/// <summary>A conference that proposes to revise a plan in force: the plan says so until a revision is begun or declined.</summary>
public sealed class ProposedRevisionTests()
    : WithScene<ConferenceTests.ConferenceScene>(() =>
        ConferenceTests
            .ConferenceScene.StartAsync()
            .ThenAsync(async scene =>
            {
                await scene.Responsible.TakesAsync(HouseholdOf(scene), "/decision", new { reason = "电话沟通" });
                return scene;
            })
    )
{
    private readonly string _id = CareScene.NewId();

    private CareScene Care => Scene.Care;

    private HttpClient Responsible => Scene.Responsible;

    private Uri Household => HouseholdOf(Scene);

    [Fact]
    public async Task Proposal_NamesItsConference_AndIsDeclinedWithAReason()
    {
        var before = await Responsible.PlanAsync(Household);
        Assert.DoesNotContain("keep", before.Words("steps"));
        await ProposeAsync();

        var proposed = await Responsible.PlanAsync(Household);
        Assert.Equal(_id, proposed.GetProperty("proposal").GetProperty("conferenceId").GetString());
        Assert.Contains("keep", proposed.Words("steps"));
        var (refused, fault) = await Responsible.StepAsync(Household, "/confirmation", proposed.Version(), new { reason = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal("reason", fault.GetProperty("errors")[0].GetProperty("field").GetString());

        var kept = await Responsible.TakesAsync(Household, "/confirmation", new { reason = "复查已达标，暂不换药" });

        Assert.Equal(("active", before.Version() + 1), (kept.Status(), kept.Version()));
        Assert.Equal(kept.Version(), kept.GetProperty("activeVersion").GetInt32());
        Assert.False(kept.TryGetProperty("proposal", out _));
        Assert.DoesNotContain("keep", kept.Words("steps"));
        Assert.Equal(before.GetProperty("nextDueOn").GetString(), kept.GetProperty("nextDueOn").GetString());
        Assert.Equal(PlanClient.FormOf(before).ToJsonString(), PlanClient.FormOf(kept).ToJsonString());
        Assert.Empty(await Care.TasksAsync("decision"));
        var record = (await Care.ReadAsync()).Members[0].RecordNumber;
        var entries = await Care.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{record}/entries");
        Assert.Contains(
            entries.GetProperty("items").EnumerateArray(),
            entry =>
                (entry.GetProperty("kind").GetString(), TextOf(entry, "reference"), TextOf(entry, "note"))
                == ("carePlan", "keep", "复查已达标，暂不换药")
        );
    }

    [Fact]
    public async Task SentAgain_IsDoneOnce_AndLaterThereIsNothingToDecline()
    {
        await ProposeAsync();
        var version = (await Responsible.PlanAsync(Household)).Version();
        var (first, _) = await Responsible.StepAsync(Household, "/confirmation", version, new { reason = "不换药" });
        var (again, plan) = await Responsible.StepAsync(Household, "/confirmation", version, new { reason = "不换药" });
        var (later, fault) = await Responsible.StepAsync(Household, "/confirmation", plan.Version(), new { reason = "不换药" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first, again, later));
        Assert.Equal(version + 1, plan.Version());
        Assert.Equal("plan-step-not-now", fault.GetProperty("code").GetString());
    }

    [Fact]
    public async Task RevisionThatIsBegun_TakesTheProposalUp()
    {
        await ProposeAsync();
        var revised = await Responsible.TakesAsync(Household, "/revision");

        Assert.False(revised.TryGetProperty("proposal", out _));
        Assert.DoesNotContain("keep", revised.Words("steps"));
        var withdrawn = await Responsible.TakesAsync(Household, "/withdrawal", new { reason = "不换药" });
        Assert.False(withdrawn.TryGetProperty("proposal", out _));
    }

    [Fact]
    public async Task OnlyTheResponsiblePhysician_Declines()
    {
        await ProposeAsync();
        var version = (await Responsible.PlanAsync(Household)).Version();

        var (guest, _) = await Scene.County.StepAsync(Household, "/confirmation", version, new { reason = "不换药" });
        var (worker, _) = await Care.Worker.StepAsync(Household, "/confirmation", version, new { reason = "不换药" });

        // Nobody's guest any more once the conference is over.
        Assert.Equal(HttpStatusCode.NotFound, guest);
        Assert.Equal(HttpStatusCode.Forbidden, worker);
        Assert.True((await Responsible.PlanAsync(Household)).TryGetProperty("proposal", out _));
    }

    private async Task ProposeAsync()
    {
        var address = Care.Of($"conferences/{_id}");
        await Responsible.PutsAsync(
            address,
            new
            {
                question = "是否需要换药？",
                answerBy = "2026-11-30",
                invited = new[] { CareScene.County },
            }
        );
        await Scene.County.PutsAsync(
            $"{address}/opinions/{CareScene.County}",
            new { findings = "血药浓度偏低", advice = "增量" },
            HttpStatusCode.OK
        );
        await Responsible.PostsAsync($"{address}/conclusion", new { text = "同意增量", proposesRevision = true });
    }

    private static string? TextOf(JsonElement entry, string name) => entry.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static Uri HouseholdOf(ConferenceTests.ConferenceScene scene) =>
        new($"/api/households/{scene.Care.Household}", UriKind.Relative);
}
