using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Members;

/// <summary>To whom all about one member at once is answered, and for how long.</summary>
public sealed class MemberOverviewAccessTests() : WithScene<MovingScene>(MemberWithHistory.StartAsync)
{
    private string Address => Scene.OfA("")[..^1];

    [Fact]
    public async Task Guest_SeesTheMemberConcerned_AndNobodyElse_WhileItLasts()
    {
        var overview = await Scene.SpecialistClient.GetFromJsonAsync<JsonElement>(Address);
        var member = Assert.Single(overview.GetProperty("household").GetProperty("members").EnumerateArray());
        Assert.Equal(MovingScene.InA, member.GetProperty("number").GetInt32());
        Assert.False(overview.GetProperty("household").GetProperty("mayChange").GetBoolean());
        await AnswersAsync(Scene.SpecialistClient, HttpStatusCode.NotFound, $"{Scene.AtA}/members/1");

        ((TestClock)Scene.App.Clock).Advance(TimeSpan.FromDays(60));

        using var later = await Scene.App.PhysicianAsync(MovingScene.Specialist);
        await AnswersAsync(later, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoHasNoPartInTheHousehold_FindsNothing()
    {
        using var worker = await Scene.App.HealthWorkerAsync("441403100");
        await AnswersAsync(worker, HttpStatusCode.NotFound);
        using var physician = await Scene.App.PhysicianAsync("P441403100-01");
        await AnswersAsync(physician, HttpStatusCode.NotFound);
        using var official = await Scene.App.OfficialAsync("441403");
        official.DefaultRequestHeaders.Add("X-Access-Reason", "complaint");
        await AnswersAsync(official, HttpStatusCode.NotFound);
        using var auditor = await Scene.App.SignInAsync(Role.Auditor, []);
        await AnswersAsync(auditor, HttpStatusCode.Forbidden);
        foreach (var address in new[] { $"{Scene.AtA}/members/9", $"{Scene.AtA}/members/0", "/api/households/lost/members/1" })
        {
            await AnswersAsync(Scene.Worker, HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task Official_GivesAReason_AndItIsRecorded()
    {
        using var official = await Scene.App.OfficialAsync(Some.County);
        using var refused = await official.GetAsync(Address);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("reason-required", (await refused.JsonAsync()).GetProperty("code").GetString());

        official.DefaultRequestHeaders.Add("X-Access-Reason", "complaint-17");
        var overview = await official.GetFromJsonAsync<JsonElement>(Address);

        using var auditor = await Scene.App.AuditorAsync();
        var id = overview.GetProperty("household").GetProperty("id").GetString();
        var day = Scene.App.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var audit = await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?day={day}&subject={id}");
        Assert.Contains(
            audit.GetProperty("items").EnumerateArray(),
            row =>
                row.GetProperty("action").GetString() == "member.read"
                && row.GetProperty("status").GetInt32() == 200
                && row.TryGetProperty("reason", out var reason)
                && reason.GetString() == "complaint-17"
        );
    }

    private async Task AnswersAsync(HttpClient client, HttpStatusCode status, string? address = null)
    {
        using var answer = await client.GetAsync(address ?? Address);
        Assert.True(status == answer.StatusCode, $"{address ?? Address}: {answer.StatusCode}");
    }
}
