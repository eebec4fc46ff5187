using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>Whoever cares for somebody adds an allergy; it stands in the record with who found it, and counts for drugs at once.</summary>
public sealed class RecordAllergyTests : AllergyStage
{
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
}
