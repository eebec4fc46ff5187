using System.Text.Json;
using Alleviation.Functions.Platform.Http;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract;

/// <summary>
/// What the app answers on the main path and off it, held against the document: status, media type, headers and every property.
/// </summary>
public sealed class ConformanceTests : ConformanceStage
{
    [Fact]
    public async Task MainPath_IsAsDocumented()
    {
        using var physician = await App.PhysicianAsync(PhysicianId);
        using var official = await App.OfficialAsync(Some.City);
        var form = ApiDocument.Instance.Operation("Households_Enrol").Examples.Single().Body;
        var enrolled = await Talk.CallAsync("Households_Enrol", 202, form);
        await Worker.ListedAsync(enrolled.Location!);
        await Talk.CallAsync("Households_Enrol", 200, form);
        var id = Path(("householdId", enrolled.Text("id")));
        var household = await Talk.CallAsync("Households_Get", 200, path: id);
        Assert.Equal(PhysicianId, household.Text("responsiblePhysician"));
        var number = Path(("recordNumber", household.Body.GetProperty("members")[0].GetProperty("recordNumber").GetString()!));
        Assert.Equal(2, (await Talk.CallAsync("Records_Get", 200, path: number)).Body.GetProperty("latestReadings").GetArrayLength());
        await Talk.CallAsync("Records_ListEntries", 200, path: number);
        var overview = await Talk.CallAsync("Members_Get", 200, path: Path(("householdId", enrolled.Text("id")), ("member", "1")));
        Assert.Equal(number["recordNumber"], overview.Body.GetProperty("record").GetProperty("recordNumber").GetString());
        var plan = await Talk.CallAsync(
            "CarePlans_Get",
            200,
            path: Path(("householdId", enrolled.Text("id")), ("member", "1")),
            by: physician
        );
        Assert.NotEqual(0, plan.Body.GetProperty("goals").GetArrayLength());
        var worklist = await Talk.CallAsync("Physicians_Worklist", 200, path: Path(("physicianId", PhysicianId)), by: physician);
        Assert.NotEqual(0, worklist.Body.GetProperty("items").GetArrayLength());
        await Talk.CallAsync("Households_List", 200, query: $"?region={Some.Township}&status=listed");
        await Talk.CallAsync(
            "Households_List",
            200,
            query: $"?region={Some.City}",
            headers: Path(("X-Access-Reason", "review")),
            by: official
        );
        foreach (var (_, search) in ApiDocument.Instance.Operation("Households_Search").Examples)
        {
            Assert.Equal(1, (await Talk.CallAsync("Households_Search", 200, search)).Body.GetProperty("items").GetArrayLength());
        }

        foreach (var region in new[] { Some.City, Some.County, Some.Township, Some.Village })
        {
            await Eventually.TrueAsync(async () =>
                (await Talk.CallAsync("Coverage_Get", 200, path: Path(("regionCode", region)), by: official))
                    .Body.GetProperty("region")
                    .GetProperty("counts")
                    .GetProperty("records")
                    .GetInt32() == 3
            );
        }
        Assert.NotEqual(
            0,
            (await Talk.CallAsync("Coverage_GetHistory", 200, path: Path(("regionCode", Some.City)), query: "?days=30", by: official))
                .Body.GetProperty("days")
                .GetArrayLength()
        );
    }

    [Fact]
    public async Task Correction_IsAsDocumented()
    {
        var enrolled = await Talk.CallAsync("Households_Enrol", 202, Some.Household());
        await Worker.ListedAsync(enrolled.Location!);
        var id = Path(("householdId", enrolled.Text("id")));
        var form = await Talk.CallAsync("Households_GetEnrolment", 200, path: id);
        var changed = JsonSerializer.SerializeToNode(form.Body)!;
        await Talk.CallAsync("Households_Correct", 200, form.Body, id, headers: Path(("If-Match", form.ETag!)));
        changed["address"] = "示范路2号";
        await Talk.CallAsync("Households_Correct", 202, changed, id, headers: Path(("If-Match", form.ETag!)));
        changed["address"] = "示范路3号";
        var refused = await Talk.CallAsync("Households_Correct", 412, changed, id, headers: Path(("If-Match", form.ETag!)));
        Assert.Equal("示范路2号", refused.Body.GetProperty("current").GetProperty("address").GetString());
        await Talk.CallAsync("Households_Correct", 428, changed, id);
        await Talk.CallAsync("Households_Correct", 400, changed, id, headers: Path(("If-Match", "3")));
        changed["members"]!.AsArray().RemoveAt(3);
        await Talk.CallAsync("Households_Correct", 422, changed, id, headers: Path(("If-Match", form.ETag!)));
        await Talk.CallAsync(
            "Households_Correct",
            404,
            changed,
            Path(("householdId", $"00-{new string('0', 30)}")),
            headers: Path(("If-Match", form.ETag!))
        );
    }

    [Fact]
    public async Task Refusals_AreAsDocumented()
    {
        using var official = await App.OfficialAsync(Some.City);
        var household = Some.Household();
        var enrolled = await Talk.CallAsync("Households_Enrol", 202, household);
        var id = Path(("householdId", enrolled.Text("id")));
        household["address"] = "别处";
        Assert.True((await Talk.CallAsync("Households_Enrol", 409, household)).Body.TryGetProperty("current", out _));
        await Talk.CallAsync("Households_Enrol", 422, new { });
        await Talk.CallAsync("Households_Enrol", 400, "{");
        await Talk.CallAsync("Households_Enrol", 400, "{\"members\":3}");
        await Talk.CallAsync("Households_Enrol", 415, "{}", mediaType: "text/plain");
        await Talk.CallAsync("Households_Enrol", 413, new string(' ', 1024 * 1024) + "{}");
        await Talk.CallAsync("Households_Enrol", 403, household, by: official);
        await Talk.CallAsync("Households_Enrol", 401, household, by: App.Anonymous);
        await Talk.CallAsync("Households_Get", 403, path: id, by: official);
        await Talk.CallAsync("Households_List", 403, query: $"?region={Some.City}", by: official);
        await Talk.CallAsync("Households_List", 422, query: "?status=lost");
        await Talk.CallAsync("Households_List", 400, query: "?cursor=lost");
        // No client's cursor, though its check value holds.
        foreach (var forged in new[] { Cursor.Of("none"), Cursor.Of("a", "b"), "N0Tnig" })
        {
            await Talk.CallAsync("Households_List", 400, query: $"?cursor={forged}");
            await Talk.CallAsync("PoisonMessages_List", 400, query: $"?cursor={forged}", by: Operator);
        }
        await Talk.CallAsync("Households_Search", 422, new { });
        await Talk.CallAsync("Households_Get", 404, path: Path(("householdId", "lost")));
        await Talk.CallAsync("Records_Get", 404, path: Path(("recordNumber", "lost")));
        await Talk.CallAsync("CarePlans_Get", 404, path: Path(("householdId", enrolled.Text("id")), ("member", "30")));
        // A number to the route and none to its function.
        foreach (var number in new[] { "00", "0000" })
        {
            await Talk.CallAsync("CarePlans_Get", 404, path: Path(("householdId", enrolled.Text("id")), ("member", number)));
        }
        await Talk.CallAsync("Coverage_Get", 404, path: Path(("regionCode", "11")));
        await Talk.CallAsync("Coverage_GetHistory", 422, path: Path(("regionCode", Some.Township)), query: "?days=0");
        await Talk.CallAsync("Regions_List", 404, path: Path(("regionCode", "11")));
    }
}
