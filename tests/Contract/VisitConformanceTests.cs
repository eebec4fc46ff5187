using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract;

/// <summary>What is answered about visits, held against the document.</summary>
public sealed class VisitConformanceTests : ConformanceStage
{
    [Fact]
    public async Task Visits_AreAsDocumented()
    {
        using var official = await App.OfficialAsync(Some.City);
        var enrolled = await Talk.CallAsync(
            "Households_Enrol",
            202,
            ApiDocument.Instance.Operation("Households_Enrol").Examples.Single().Body
        );
        var household = await Worker.ListedAsync(enrolled.Location!);
        var visit = ApiDocument.Instance.Operation("Visits_Save").Examples.Single().Body;
        Dictionary<string, string> At(string id) => Path(("householdId", enrolled.Text("id")), ("member", "1"), ("visitId", id));
        var path = At(new string('a', 32));
        Assert.Equal(9, (await Talk.CallAsync("Forms_List", 200)).Body.GetProperty("items").GetArrayLength());
        var saved = await Talk.CallAsync("Visits_Save", 201, visit, path);
        Assert.Equal("2", saved.Text("outcome"));
        await Talk.CallAsync("Visits_Save", 200, visit, path);
        await Talk.CallAsync("Visits_Get", 200, path: path);
        await Talk.CallAsync("Visits_Get", 403, path: path, by: official);
        await Talk.CallAsync("Visits_Get", 404, path: At(new string('b', 32)));
        await Talk.CallAsync("Visits_Save", 404, visit, At("visit"));
        var other = visit.DeepClone();
        (other["note"], other["answers"]!["systolic"], other["answers"]!["dangerSigns"]) = (
            null,
            190,
            new System.Text.Json.Nodes.JsonArray("vision")
        );
        await Talk.CallAsync("Visits_Save", 409, other, path);
        Assert.Equal(
            "urgent",
            (await Talk.CallAsync("Visits_Save", 201, other, At(new string('b', 32))))
                .Body.GetProperty("line")
                .GetProperty("urgency")
                .GetString()
        );
        other["answers"]!["systolic"] = 1000;
        await Talk.CallAsync("Visits_Save", 422, other, At(new string('c', 32)));
        await Talk.CallAsync("Visits_Save", 400, "{\"answers\":[]}", At(new string('c', 32)));
        await Talk.CallAsync("CarePlans_Get", 200, path: Path(("householdId", enrolled.Text("id")), ("member", "1")));
        await Talk.CallAsync(
            "Records_ListEntries",
            200,
            path: Path(("recordNumber", household.GetProperty("members")[0].GetProperty("recordNumber").GetString()!))
        );
        await Talk.CallAsync("Regions_Worklist", 200, path: Path(("regionCode", Some.Village)), query: "?dueBy=2026-11-23");
        await Talk.CallAsync("Regions_Worklist", 422, path: Path(("regionCode", Some.Village)), query: "?dueBy=today");
    }
}
