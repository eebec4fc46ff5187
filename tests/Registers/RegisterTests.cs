using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Registers;

/// <summary>
/// Registers by the endpoints: who stands there, with what, and who may read them. Every answer is held against the document.
/// </summary>
public sealed class RegisterTests : RegisterStage
{
    private string Member => $"/api/households/{Scene.HouseholdId}/members/1";

    [Fact]
    public async Task Visit_IsShownWithItsValues_AndOneThatIsSentLateChangesNothing()
    {
        var before = Assert.Single(await OfRegionAsync(Scene.Worker));
        Assert.False(before.TryGetProperty("values", out _));
        Assert.False(before.TryGetProperty("lastOn", out _));
        Assert.True(before.TryGetProperty("nextOn", out _));
        Assert.Equal("13800000000", before.GetProperty("phone").GetString());
        var now = Scene.App.Clock.GetUtcNow();

        await VisitAsync(now, """{"systolic":152,"diastolic":94}""");
        await VisitAsync(now.AddDays(-3), """{"systolic":120,"diastolic":80}""");

        var line = Assert.Single(await OfRegionAsync(Scene.Worker));
        Assert.Equal(152, line.GetProperty("values").GetProperty("systolic").GetInt32());
        Assert.Equal(94, line.GetProperty("values").GetProperty("diastolic").GetInt32());
        Assert.False(line.GetProperty("inControl").GetBoolean());
        Assert.Equal(PanelScene.Responsible, line.GetProperty("responsiblePhysician").GetString());
        Assert.Equal(line.GetRawText(), Assert.Single(await OfPanelAsync(Scene.Physician)).GetRawText());

        ((TestClock)Scene.App.Clock).Advance(TimeSpan.FromHours(1));
        await VisitAsync(now.AddHours(1), """{"systolic":128,"diastolic":78}""");
        line = Assert.Single(await OfRegionAsync(Scene.Worker));
        Assert.Equal(128, line.GetProperty("values").GetProperty("systolic").GetInt32());
        Assert.True(line.GetProperty("inControl").GetBoolean());
    }

    [Fact]
    public async Task Others_ReadNothing()
    {
        using var elsewhere = await Scene.App.HealthWorkerAsync("441402006");
        using var ofVillage = await Scene.App.HealthWorkerAsync(OtherVillage);
        using var official = await Scene.App.OfficialAsync(Some.City);

        Assert.Empty(await OfPanelAsync(Scene.Other, PanelScene.Colleague));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Scene.Other, OfPanel(PanelScene.Responsible)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, OfRegion(Some.Township)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(ofVillage, OfRegion(Some.Township)));
        Assert.Empty(await OfRegionAsync(ofVillage, OtherVillage));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(official, OfRegion(Some.Township)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Scene.Worker, OfPanel(PanelScene.Responsible)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Scene.Physician, OfRegion(Some.Township)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Scene.Worker, $"/api/regions/{Some.Township}/registers/general"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Scene.Worker, OfRegion(Some.County)));
    }

    [Fact]
    public async Task WhoDies_IsGone_AndAHouseholdThatMoves_StandsInItsNewVillage()
    {
        await MovesAsync();
        await Eventually.TrueAsync(async () =>
            (await OfRegionAsync(Scene.Worker, OtherVillage)).Count == 1 && (await OfRegionAsync(Scene.Worker, Some.Village)).Count == 0
        );
        Assert.Single(await OfRegionAsync(Scene.Worker));
        Assert.Single(await OfPanelAsync(Scene.Physician));

        await HeadDiesAsync();

        await Eventually.TrueAsync(async () => (await OfRegionAsync(Scene.Worker)).Count == 0);
        Assert.Empty(await OfPanelAsync(Scene.Physician));
    }

    [Fact]
    public async Task HouseholdThatIsHandedOver_LeavesOnePanelForTheOther()
    {
        var transfer = $"/api/households/{Scene.HouseholdId}/transfers/{CareScene.NewId()}";
        await Scene.Physician.PutsAsync(transfer, new { to = PanelScene.Colleague, reason = "调岗" });
        await Scene.Other.PostsAsync($"{transfer}/acceptance");

        Assert.Empty(await OfPanelAsync(Scene.Physician));
        Assert.Equal(
            PanelScene.Colleague,
            Assert.Single(await OfPanelAsync(Scene.Other, PanelScene.Colleague)).GetProperty("responsiblePhysician").GetString()
        );
    }

    [Fact]
    public async Task Registers_AreListed_AndEachOneIsAnswered()
    {
        var listed = await Scene.CallAsync("Registers_List", 200, by: Scene.Worker);
        foreach (var register in listed.Body.GetProperty("items").EnumerateArray())
        {
            var answer = await Scene.Worker.GetFromJsonAsync<JsonElement>(
                $"/api/regions/{Some.Township}/registers/{register.GetProperty("code").GetString()}"
            );
            Assert.Equal(register.GetProperty("form").GetString(), answer.GetProperty("form").GetString());
        }
    }

    private async Task VisitAsync(DateTimeOffset at, string answers) =>
        await Scene.Worker.PutsAsync($"{Member}/visits/{SomeVisit.Id()}", SomeVisit.Body("hypertension", at, answers));

    private static string OfRegion(string region) => $"/api/regions/{region}/registers/hypertension";

    private static string OfPanel(string physician) => $"/api/physicians/{physician}/registers/hypertension";

    private async Task<IReadOnlyList<JsonElement>> OfRegionAsync(HttpClient by, string region = Some.Township) =>
        ItemsOf(await Scene.Talk.CallAsync("Regions_Register", 200, path: Path("regionCode", region), by: by));

    private async Task<IReadOnlyList<JsonElement>> OfPanelAsync(HttpClient by, string physician = PanelScene.Responsible) =>
        ItemsOf(await Scene.Talk.CallAsync("Physicians_Register", 200, path: Path("physicianId", physician), by: by));

    private static Dictionary<string, string> Path(string parameter, string value) =>
        new() { [parameter] = value, ["register"] = "hypertension" };

    private static List<JsonElement> ItemsOf(Contract.Answer answer) => [.. answer.Body.GetProperty("items").EnumerateArray()];
}
