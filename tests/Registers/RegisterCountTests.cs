using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Registers;

/// <summary>How many people stand on each register, by the endpoints. Every answer is held against the document.</summary>
public sealed class RegisterCountTests : RegisterStage
{
    [Fact]
    public async Task Counts_AreThoseOfTheRegisters_OnAPanelAndWhereverTheHouseholdLives()
    {
        Assert.Equal((1, false), await CountOfRegionAsync(Scene.Worker, Some.Township));
        Assert.Equal((0, false), await CountOfRegionAsync(Scene.Worker, OtherVillage));
        Assert.Equal((1, false), await CountOfPanelAsync(Scene.Physician, PanelScene.Responsible));
        Assert.Equal((0, false), await CountOfPanelAsync(Scene.Other, PanelScene.Colleague));
        var counts = (
            await Scene.Talk.CallAsync("Regions_Registers", 200, path: Place("regionCode", Some.Township), by: Scene.Worker)
        ).Body;
        foreach (var count in counts.GetProperty("items").EnumerateArray())
        {
            var register = await Scene.Worker.GetFromJsonAsync<JsonElement>(
                $"/api/regions/{Some.Township}/registers/{count.GetProperty("code").GetString()}"
            );
            Assert.Equal(register.GetProperty("items").GetArrayLength(), count.GetProperty("people").GetInt32());
        }

        await MovesAsync();
        await Eventually.TrueAsync(async () =>
            await CountOfRegionAsync(Scene.Worker, OtherVillage) == (1, false)
            && await CountOfRegionAsync(Scene.Worker, Some.Village) == (0, false)
        );

        await HeadDiesAsync();
        await Eventually.TrueAsync(async () => await CountOfRegionAsync(Scene.Worker, Some.Township) == (0, false));
        Assert.Equal((0, false), await CountOfPanelAsync(Scene.Physician, PanelScene.Responsible));
    }

    [Fact]
    public async Task Others_CountNothing()
    {
        using var elsewhere = await Scene.App.HealthWorkerAsync("441402006");
        using var ofVillage = await Scene.App.HealthWorkerAsync(OtherVillage);
        using var official = await Scene.App.OfficialAsync(Some.City);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Scene.Other, $"/api/physicians/{PanelScene.Responsible}/registers"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, $"/api/regions/{Some.Township}/registers"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(ofVillage, $"/api/regions/{Some.Township}/registers"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Scene.Worker, $"/api/regions/{Some.County}/registers"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(official, $"/api/regions/{Some.Township}/registers"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Scene.Worker, $"/api/physicians/{PanelScene.Responsible}/registers"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Scene.Physician, $"/api/regions/{Some.Township}/registers"));
    }

    private async Task<(int People, bool IsMore)> CountOfRegionAsync(HttpClient by, string region) =>
        CountIn(await Scene.Talk.CallAsync("Regions_Registers", 200, path: Place("regionCode", region), by: by));

    private async Task<(int People, bool IsMore)> CountOfPanelAsync(HttpClient by, string physician) =>
        CountIn(await Scene.Talk.CallAsync("Physicians_Registers", 200, path: Place("physicianId", physician), by: by));

    private static Dictionary<string, string> Place(string parameter, string value) => new() { [parameter] = value };

    private static (int People, bool IsMore) CountIn(Contract.Answer answer)
    {
        var count = answer.Body.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "hypertension");
        return (count.GetProperty("people").GetInt32(), count.GetProperty("isMore").GetBoolean());
    }
}
