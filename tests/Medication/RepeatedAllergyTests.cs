using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>An allergy that is sent again is known, and changes nothing.</summary>
public sealed class RepeatedAllergyTests : AllergyStage
{
    [Fact]
    public async Task SentAgain_ChangesNothing()
    {
        var body = new { drugAllergyOther = "中药注射剂" };
        await Scene.Worker.PutsAsync(Address, body, HttpStatusCode.OK);
        var version = (await Scene.ReadAsync()).Version;

        var again = await Scene.Worker.PutsAsync(Address, body, HttpStatusCode.OK);

        Assert.Equal(version, (await Scene.ReadAsync()).Version);
        Assert.Equal("中药注射剂", again.GetProperty("allergyOther").GetString());
    }

    [Fact]
    public async Task SentAgainUnderItsId_IsKnown_AlsoAfterACorrectionHasTakenItAway()
    {
        var (address, body) = (Address, new { drugAllergies = new[] { "2" } });
        await Scene.Worker.PutsAsync(address, body, HttpStatusCode.OK);
        var location = new Uri($"/api/households/{Scene.Household}", UriKind.Relative);
        var form = JsonNode.Parse(await Scene.Worker.GetStringAsync($"{location}/enrolment"))!;
        form["members"]![0]!["basicInformation"]!["drugAllergies"] = new JsonArray("1");
        using (var corrected = await Scene.Worker.CorrectsAsync(location, form, (await Scene.ReadAsync()).Version))
        {
            Assert.True(corrected.IsSuccessStatusCode, await corrected.Content.ReadAsStringAsync());
        }
        var version = (await Scene.ReadAsync()).Version;

        var again = await Scene.Worker.PutsAsync(address, body, HttpStatusCode.OK);

        Assert.Equal(["1"], Codes(again));
        Assert.Equal(version, (await Scene.ReadAsync()).Version);
        using var another = await Scene.Worker.PutAsJsonAsync(address, new { drugAllergies = new[] { "3" } });
        Assert.Equal(HttpStatusCode.Conflict, another.StatusCode);
        Assert.Contains("\"reported-differently\"", await another.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
