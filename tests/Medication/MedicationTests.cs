using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>By the endpoints, each answer held against the document.</summary>
[Collection(MedicationCollection.Name)]
public sealed class MedicationTests(SharedScene<TownshipScene> shared) : MedicationStage(shared)
{
    [Fact]
    public async Task List_GrowsByVersions_AndEveryChangeIsAnEntry()
    {
        var (first, empty) = (Id(), await ListAsync());
        Assert.Equal("\"v0\"", empty.ETag);
        Assert.Equal(["2", "5"], empty.Body.GetProperty("allergies").EnumerateArray().Select(code => code.GetString()));
        await PutAsync(200, first, 0, Course("amlodipine"));
        await PutAsync(200, first, 0, Course("amlodipine"));
        // The same dose as another program writes it.
        await PutAsync(200, first, 0, Course("amlodipine", amount: 5.0m));
        await PutAsync(200, first, 1, Course("amlodipine", amount: 10));
        var stopped = await StopAsync(200, first, 2, "脚肿");
        await StopAsync(200, first, 2, "脚肿");
        Assert.Equal("\"v3\"", stopped.ETag);
        Assert.Empty(stopped.Body.GetProperty("running").EnumerateArray());
        Assert.Equal("脚肿", stopped.Body.GetProperty("stopped")[0].GetProperty("stopped").GetProperty("reason").GetString());
        Assert.Equal(
            ["added", "changed", "stopped"],
            (await EntriesAsync()).Select(entry => entry.GetProperty("facts").GetProperty("action").GetString())
        );
        Assert.Equal(MedicationScene.Responsible, stopped.Body.GetProperty("stopped")[0].GetProperty("physicianId").GetString());
    }

    [Fact]
    public async Task Allergy_StopsADrug_UntilSomebodySaysWhyAllTheSame()
    {
        var course = Id();
        var warned = await PutAsync(409, course, 0, Course("amoxicillin"));
        Assert.Equal("allergy", warned.Text("code"));
        Assert.Equal(
            ("2", "penicillins"),
            (
                warned.Body.GetProperty("current").GetProperty("allergies")[0].GetProperty("allergy").GetString(),
                warned.Body.GetProperty("current").GetProperty("allergies")[0].GetProperty("group").GetString()
            )
        );
        Assert.Equal("allergy", (await PutAsync(409, Id(), 0, Course("ibuprofen"))).Text("code"));
        var saved = await PutAsync(200, course, 0, Course("amoxicillin", overrideReason: "皮试阴性"));
        var accepted = saved.Body.GetProperty("running")[0].GetProperty("override");
        Assert.Equal(("皮试阴性", 1), (accepted.GetProperty("reason").GetString(), accepted.GetProperty("allergies").GetArrayLength()));
        Assert.Equal("皮试阴性", Assert.Single(await EntriesAsync()).GetProperty("note").GetString());
        // Another dose is no new drug, and the same sent again no change.
        await PutAsync(200, course, 1, Course("amoxicillin", amount: 10));
        Assert.Equal("\"v2\"", (await PutAsync(200, course, 1, Course("amoxicillin", amount: 10))).ETag);
    }

    [Fact]
    public async Task SameDrug_IsRefused_AndSameGroupAskedAbout()
    {
        await PutAsync(200, Id(), 0, Course("amlodipine"));
        Assert.Equal("drug-twice", (await PutAsync(409, Id(), 1, Course("amlodipine", overrideReason: "没关系"))).Text("code"));
        Assert.Equal("drug-group-twice", (await PutAsync(409, Id(), 1, Course("nifedipine"))).Text("code"));
        await PutAsync(200, Id(), 1, Course("nifedipine", overrideReason: "换药期间"));
    }

    private async Task<IReadOnlyList<JsonElement>> EntriesAsync()
    {
        Assert.True(HouseholdId.TryParse(Household, out var id));
        var record = (await App.Get<HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household.Members[0].RecordNumber!;
        var page = await Talk.CallAsync("Records_ListEntries", 200, path: new Dictionary<string, string> { ["recordNumber"] = record });
        return
        [
            .. page
                .Body.GetProperty("items")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() == "prescription")
                .OrderBy(entry => entry.GetProperty("id").GetString()![^1]),
        ];
    }
}
