using System.Net;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Registers;

/// <summary>A household with a patient on a register, which moves and loses the patient.</summary>
public abstract class RegisterStage() : WithScene<PanelScene>(() => PanelScene.StartAsync())
{
    protected const string OtherVillage = "441402004002";

    /// <summary>The household, to a village that has nobody on a register.</summary>
    protected Task MovesAsync() => CorrectAsync(form => form["villageCode"] = OtherVillage);

    /// <summary>The patient, who was the head.</summary>
    protected Task HeadDiesAsync() =>
        CorrectAsync(form =>
        {
            form["members"]![0]!["departure"] = new JsonObject { ["on"] = "2026-11-20", ["reason"] = "died" };
            form["members"]![0]!["relationship"] = "1";
            form["members"]![1]!["relationship"] = "0";
        });

    protected static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }

    private async Task CorrectAsync(Action<JsonNode> change)
    {
        var location = new Uri($"/api/households/{Scene.HouseholdId}", UriKind.Relative);
        var form = JsonNode.Parse(await Scene.Worker.GetStringAsync($"{location}/enrolment"))!;
        change(form);
        using var answer = await Scene.Worker.CorrectsAsync(location, form, (await Scene.HeaderAsync()).Version);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
