using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>
/// The ledgers of referrals by their endpoints: each step shows at once, and who may look in no longer learns of nobody. Every answer is
/// held against the document.
/// </summary>
public sealed class ReferralLedgerTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    private const string OtherTownship = "441402006";
    private readonly string _id = CareScene.NewId();

    private string Address => Scene.Of($"referrals/{_id}");

    [Fact]
    public async Task Referral_StandsInTheLedgersOfTownshipSenderAndReceiver_OverToo()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var receiver = await Scene.App.PhysicianAsync(CareScene.County);
        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);

        var sent = Assert.Single(await OfRegionAsync(Scene.Worker));
        Assert.Equal(
            (_id, "sent", "13800000000", "近一周夜间躁动", false),
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
    public async Task Others_ReadNothing()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        using var elsewhere = await Scene.App.HealthWorkerAsync(OtherTownship);
        using var ofVillage = await Scene.App.HealthWorkerAsync("441402004002");
        using var ofThisVillage = await Scene.App.HealthWorkerAsync(Some.Village);
        using var official = await Scene.App.OfficialAsync(Some.City);
        using var stranger = await Scene.App.PhysicianAsync(CareScene.City);

        Assert.Empty(await OfRegionAsync(elsewhere, OtherTownship));
        Assert.Empty(await OfRegionAsync(ofVillage, "441402004002"));
        Assert.Single(await OfRegionAsync(ofThisVillage, Some.Village));
        Assert.Empty(await OfPhysicianAsync(stranger, CareScene.City));
        await TalkAsync("Regions_Referrals", 404, elsewhere, "regionCode", Some.Township);
        await TalkAsync("Regions_Referrals", 404, ofVillage, "regionCode", Some.Township);
        await TalkAsync("Regions_Referrals", 404, Scene.Worker, "regionCode", Some.County);
        await TalkAsync("Regions_Referrals", 403, official, "regionCode", Some.Township);
        await TalkAsync("Physicians_Referrals", 404, stranger, "physicianId", CareScene.Responsible);
        await TalkAsync("Physicians_Referrals", 403, Scene.Worker, "physicianId", CareScene.Responsible);
        await TalkAsync("Regions_Referrals", 422, Scene.Worker, "regionCode", Some.Township, "?direction=sideways&state=lost&from=today");
        await TalkAsync("Regions_Referrals", 400, Scene.Worker, "regionCode", Some.Township, "?cursor=lost");
    }

    [Fact]
    public async Task Pages_AreTheWholeLedger_TheNewestFirst_EachOneRead_AndADayNarrowsIt()
    {
        // Some at the same moment, and some of a day before.
        var days = new List<string>();
        foreach (var number in Enumerable.Range(0, 9))
        {
            if (number is 4)
            {
                Scene.Clock.Advance(TimeSpan.FromDays(1));
            }
            using var worker = await Scene.App.HealthWorkerAsync(Some.Township);
            await worker.PutsAsync(Scene.Of($"referrals/{CareScene.NewId()}"), SomeReferral.Psychiatry);
            days.Add(Scene.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
        using var reader = await Scene.App.HealthWorkerAsync(Some.Township);

        var (lines, cursor) = (new List<JsonElement>(), (string?)null);
        do
        {
            var before = Queries();
            var page = await reader.GetFromJsonAsync<JsonElement>(
                $"/api/regions/{Some.Township}/referrals?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}"
            );
            Assert.Equal(1, Queries() - before);
            lines.AddRange(page.GetProperty("items").EnumerateArray());
            Assert.True(lines.Count < 20, "The pages do not end.");
            cursor = page.TryGetProperty("cursor", out var next) ? next.GetString() : null;
        } while (cursor is not null);

        Assert.Equal(9, lines.Select(line => Text(line, "id")).Distinct().Count());
        Assert.Equal(
            lines.Select(line => Text(line, "sentAt")).OrderDescending(StringComparer.Ordinal),
            lines.Select(line => Text(line, "sentAt"))
        );
        Assert.Equal(4, (await OfRegionAsync(reader, query: $"?to={days[0]}")).Count);
        Assert.Equal(5, (await OfRegionAsync(reader, query: $"?from={days[^1]}")).Count);
        Assert.Equal(5, (await OfRegionAsync(reader, query: $"?from={days[^1]}&to={days[^1]}")).Count);
        Assert.Empty(await OfRegionAsync(reader, query: $"?from=2027-12-01"));
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

    private long Queries() => Scene.App.Get<StorageCalls>().Counts.GetValueOrDefault("table query");

    private static string? Text(JsonElement line, string property) => line.GetProperty(property).GetString();

    private async Task<List<JsonElement>> OfRegionAsync(HttpClient by, string region = Some.Township, string query = "") =>
        ItemsOf(await TalkAsync("Regions_Referrals", 200, by, "regionCode", region, query));

    private async Task<List<JsonElement>> OfPhysicianAsync(HttpClient by, string physician, string query = "") =>
        ItemsOf(await TalkAsync("Physicians_Referrals", 200, by, "physicianId", physician, query));

    private Task<Answer> TalkAsync(string operation, int status, HttpClient by, string parameter, string value, string query = "") =>
        new Conversation(Scene.Worker).CallAsync(
            operation,
            status,
            path: new Dictionary<string, string> { [parameter] = value },
            query: query,
            by: by
        );

    private static List<JsonElement> ItemsOf(Answer answer) => [.. answer.Body.GetProperty("items").EnumerateArray()];
}
