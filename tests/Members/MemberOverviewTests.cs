using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Members;

/// <summary>All about one member at once, held against the addresses of its parts: what is answered, and to whom.</summary>
public sealed class MemberOverviewTests() : WithScene<MovingScene>(MemberWithHistory.StartAsync)
{
    private static readonly string[] CaseParts = ["referrals", "conferences", "appointments", "consultations"];
    private static readonly string[] Parts = ["record", "entries", "carePlan", "medication", .. CaseParts];

    private string Address => Scene.OfA("")[..^1];

    [Theory]
    [InlineData("worker", 8)]
    [InlineData("physician", 8)]
    [InlineData("guest", 8)]
    [InlineData("official", 5)]
    public async Task EachPart_IsWhatItsOwnAddressAnswers(string role, int parts)
    {
        using var client = await SignInAsync(role);
        var overview = await client.GetFromJsonAsync<JsonElement>(Address);
        await MemberParts.AssertAsync(client, overview, Scene.AtA, MovingScene.InA);
        Assert.Equal(parts, Parts.Count(part => overview.TryGetProperty(part, out _)));
        Assert.Equal(MovingScene.InA, overview.GetProperty("member").GetInt32());
        // Whoever sees them sees the open one of each; the referral that was withdrawn is none of them.
        Assert.All(CaseParts, part => Assert.True(!overview.TryGetProperty(part, out var open) || open.GetArrayLength() == 1, part));
    }

    [Fact]
    public async Task AfterAChange_TheVersionIsTheHouseholds_AndThePartsAreAsTheyStandNow()
    {
        var (before, version) = await ReadAsync(Scene.Worker);
        ((TestClock)Scene.App.Clock).Advance(TimeSpan.FromMinutes(1));
        await Scene.Worker.PutsAsync(
            Scene.OfA($"referrals/{CareScene.NewId()}"),
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "复查",
            }
        );
        var (after, next) = await ReadAsync(Scene.Worker);
        Assert.Equal($"\"v{(await Scene.HouseholdAsync(Scene.AtA)).Version}\"", next);
        Assert.NotEqual(version, next);
        Assert.Equal(before.GetProperty("referrals").GetArrayLength() + 1, after.GetProperty("referrals").GetArrayLength());
        Assert.Equal("referral", after.GetProperty("entries").GetProperty("items")[0].GetProperty("kind").GetString());
        await MemberParts.AssertAsync(Scene.Worker, after, Scene.AtA, MovingScene.InA);
    }

    [Fact]
    public async Task MemberWithoutARecord_IsAnsweredWithTheHousehold_AndWithoutHistory()
    {
        // Her citizen ID is the first household's: here she waits for a record.
        await Scene.EntersBAsync();
        await Pipeline.SettledAsync(Scene.App.Storage);
        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Scene.OfB("")[..^1]);
        Assert.False(overview.TryGetProperty("record", out _));
        Assert.False(overview.TryGetProperty("entries", out _));
        Assert.Equal("needsReview", overview.GetProperty("household").GetProperty("status").GetString());
        await MemberParts.AssertAsync(Scene.Worker, overview, Scene.AtB, MovingScene.InB);
    }

    [Fact]
    public async Task WhoHasMovedAway_IsStillAMember_AndAllElseIsWhereThePersonIs()
    {
        await Scene.LeavesAAsync();
        await Scene.EntersBAsync();
        await Scene.Worker.ListedAsync(Scene.AtB);
        await Pipeline.SettledAsync(Scene.App.Storage);
        var left = await Scene.Worker.GetFromJsonAsync<JsonElement>(Address);
        var arrived = await Scene.Worker.GetFromJsonAsync<JsonElement>(Scene.OfB("")[..^1]);
        Assert.Equal(
            "marriedOut",
            left.GetProperty("household").GetProperty("members")[1].GetProperty("departure").GetProperty("reason").GetString()
        );
        Assert.DoesNotContain(Parts.Except(CaseParts), part => left.TryGetProperty(part, out _));
        Assert.All(CaseParts, part => Assert.Equal(0, left.GetProperty(part).GetArrayLength()));
        Assert.Equal(Scene.Number, arrived.GetProperty("record").GetProperty("recordNumber").GetString());
        await MemberParts.AssertAsync(Scene.Worker, arrived, Scene.AtB, MovingScene.InB);
    }

    private async Task<HttpClient> SignInAsync(string role)
    {
        var client = role switch
        {
            "worker" => await Scene.App.HealthWorkerAsync(Some.Township),
            "physician" => await Scene.App.PhysicianAsync(MovingScene.Responsible),
            "guest" => await Scene.App.PhysicianAsync(MovingScene.Specialist),
            _ => await Scene.App.OfficialAsync(Some.County),
        };
        if (role is "official")
        {
            client.DefaultRequestHeaders.Add("X-Access-Reason", "complaint");
        }
        return client;
    }

    private async Task<(JsonElement Overview, string? Version)> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Address);
        return (await answer.JsonAsync(), answer.Headers.ETag?.Tag);
    }
}
