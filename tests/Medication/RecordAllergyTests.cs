using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>Whoever cares for somebody adds an allergy; it stands in the record with who found it, and counts for drugs at once.</summary>
public sealed class RecordAllergyTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    /// <summary>Of another one each time.</summary>
    private string Address => Scene.Of($"medication/allergies/{CareScene.NewId()}");

    [Fact]
    public async Task Physician_Adds_NoneIsTakenAway_AndTheHistoryAndTheAuditTellIt()
    {
        using var physician = await Scene.App.PhysicianAsync(CareScene.Responsible);
        var version = (await Scene.ReadAsync()).Version;

        var first = await physician.PutsAsync(Address, new { drugAllergies = new[] { "2" } }, HttpStatusCode.OK);
        var second = await Scene.Worker.PutsAsync(
            Address,
            new { drugAllergies = new[] { "3" }, drugAllergyOther = "头孢" },
            HttpStatusCode.OK
        );
        using var none = await Scene.Worker.PutAsJsonAsync(Address, new { drugAllergies = new[] { "1" } });

        Assert.Equal(["2"], Codes(first));
        Assert.Equal(["2", "3", "5"], Codes(second));
        Assert.Equal("头孢", second.GetProperty("allergyOther").GetString());
        // "None" beside what is known is for a person to settle, and takes nothing away.
        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        var problem = await none.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("allergies-known", problem.GetProperty("code").GetString());
        Assert.Equal(["2", "3", "5"], Codes(problem.GetProperty("current")));
        var household = await Scene.ReadAsync();
        Assert.Equal(version + 2, household.Version);
        // A correction that does not know of it comes too late.
        Assert.Equal(household.Version, household.ContentVersion);
        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Scene.Of("")[..^1]);
        Assert.Equal(
            ["2", "3", "5"],
            overview
                .GetProperty("record")
                .GetProperty("basicInformation")
                .GetProperty("drugAllergies")
                .EnumerateArray()
                .Select(code => code.GetString())
                .Order(StringComparer.Ordinal)
        );
        var entries = overview
            .GetProperty("entries")
            .GetProperty("items")
            .EnumerateArray()
            .Where(entry => entry.GetProperty("kind").GetString() == "allergy")
            .ToList();
        Assert.Equal(
            ["healthWorker", "physician"],
            // Both were written at the same moment, which has no order.
            entries.Select(entry => entry.GetProperty("signature").GetProperty("role").GetString()).Order(StringComparer.Ordinal)
        );
        using var auditor = await Scene.App.AuditorAsync();
        var audit = await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?subject={Scene.Household}");
        Assert.Contains(
            audit.GetProperty("items").EnumerateArray(),
            row => row.GetProperty("action").GetString() == "medication.record-allergy"
        );
    }

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

    [Fact]
    public async Task FoundWithoutSignal_StandsInTheHistoryAtItsMoment()
    {
        var at = Scene.App.Clock.GetUtcNow().AddDays(-2);
        await Scene.Worker.PutsAsync(Address, new { drugAllergies = new[] { "2" }, at }, HttpStatusCode.OK);

        var overview = await Scene.Worker.GetFromJsonAsync<JsonElement>(Scene.Of("")[..^1]);
        var entries = overview.GetProperty("entries").GetProperty("items").EnumerateArray();
        Assert.Equal(
            at,
            Assert.Single(entries, entry => entry.GetProperty("kind").GetString() == "allergy").GetProperty("at").GetDateTimeOffset()
        );
    }

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(11, 0, false)]
    [InlineData(0, -400, true)]
    [InlineData(-1, -400, false)]
    public async Task Moment_IsNoneThatNoPhoneCouldMean(int minutes, int days, bool isTaken)
    {
        var at = Scene.App.Clock.GetUtcNow().AddMinutes(minutes).AddDays(days);
        using var answer = await Scene.Worker.PutAsJsonAsync(Address, new { drugAllergies = new[] { "2" }, at });
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>The words of a whole group of drugs stand in the name of one of them.</summary>
    [Fact]
    public async Task WiderAllergy_IsNotTakenForTheNarrowerOneThatIsKnown()
    {
        await Scene.Worker.PutsAsync(Address, new { drugAllergyOther = "头孢克肟" }, HttpStatusCode.OK);

        var wider = await Scene.Worker.PutsAsync(Address, new { drugAllergyOther = "头孢" }, HttpStatusCode.OK);
        var again = await Scene.Worker.PutsAsync(Address, new { drugAllergyOther = "头孢" }, HttpStatusCode.OK);

        Assert.Equal("头孢克肟; 头孢", wider.GetProperty("allergyOther").GetString());
        Assert.Equal("头孢克肟; 头孢", again.GetProperty("allergyOther").GetString());
    }

    /// <summary>Another county's health worker, and whoever has no part in care.</summary>
    [Fact]
    public async Task OtherRegionsAndOtherRoles_RecordNothing()
    {
        using var elsewhere = await Scene.App.HealthWorkerAsync("441421001");
        using var official = await Scene.App.OfficialAsync(Some.City);
        foreach (var (client, status) in new[] { (elsewhere, HttpStatusCode.NotFound), (official, HttpStatusCode.Forbidden) })
        {
            using var refused = await client.PutAsJsonAsync(Address, new { drugAllergies = new[] { "2" } });
            Assert.Equal(status, refused.StatusCode);
        }
    }

    [Fact]
    public async Task WhatIsTaken_IsHeldAgainstItAtOnce()
    {
        using var physician = await Scene.App.PhysicianAsync(CareScene.Responsible);
        using var course = new HttpRequestMessage(HttpMethod.Put, Scene.Of($"medication/courses/{CareScene.NewId()}"))
        {
            Content = JsonContent.Create(MedicationScene.Course(drug: "amoxicillin")),
        };
        course.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var given = await physician.SendAsync(course);
        Assert.True(given.IsSuccessStatusCode, await given.Content.ReadAsStringAsync());

        var list = await Scene.Worker.PutsAsync(Address, new { drugAllergies = new[] { "2" } }, HttpStatusCode.OK);

        Assert.Equal(1, list.GetProperty("reviews").GetArrayLength());
        Assert.Contains((await Scene.TasksAsync("medicationReview")), task => task.For == CareScene.Responsible);
    }

    [Theory]
    [InlineData("""{}""", "drugAllergies")]
    [InlineData("""{"drugAllergies":["77"]}""", "drugAllergies[0]")]
    [InlineData("""{"drugAllergies":["1","2"]}""", "drugAllergies")]
    [InlineData("""{"drugAllergies":["1"],"drugAllergyOther":"头孢"}""", "drugAllergyOther")]
    public async Task WhatIsUnclear_IsRefused(string body, string field)
    {
        using var answer = await Scene.Worker.PutAsync(Address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDoesNotCareForThem_FindsNobody()
    {
        using var stranger = await Scene.App.PhysicianAsync(CareScene.Internet);
        using var refused = await stranger.PutAsJsonAsync(Address, new { drugAllergies = new[] { "2" } });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static IEnumerable<string?> Codes(JsonElement medication) =>
        medication.GetProperty("allergies").EnumerateArray().Select(code => code.GetString()).Order(StringComparer.Ordinal);
}
