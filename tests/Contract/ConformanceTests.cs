using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Problems;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract;

/// <summary>What the app answers, on the main path and off it, held against the document: status, media type, headers and every property.</summary>
public sealed class ConformanceTests : IAsyncLifetime
{
    private const string PhysicianId = "P441402004-01";
    private AppUnderTest _app = null!;
    private HttpClient _worker = null!;
    private HttpClient _operator = null!;
    private Conversation _talk = null!;

    public async Task InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync(settings: new Dictionary<string, string?> { ["Access:PasswordRounds"] = "10000" });
        await _app.HasPhysicianAsync(PhysicianId, Some.Township, "generalPractice;cardiology");
        (_worker, _operator) = (await _app.HealthWorkerAsync(Some.Township), await _app.OperatorAsync());
        _talk = new Conversation(_worker);
    }

    public async Task DisposeAsync()
    {
        _worker.Dispose();
        _operator.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task MainPath_IsAsDocumented()
    {
        using var physician = await _app.PhysicianAsync(PhysicianId);
        using var official = await _app.OfficialAsync(Some.City);
        var form = ApiDocument.Instance.Operation("Households_Enrol").Examples.Single().Body;

        var enrolled = await _talk.CallAsync("Households_Enrol", 202, form);
        await _worker.ListedAsync(enrolled.Location!);
        await _talk.CallAsync("Households_Enrol", 200, form);
        var id = Path(("householdId", enrolled.Text("id")));
        var household = await _talk.CallAsync("Households_Get", 200, path: id);
        Assert.Equal(PhysicianId, household.Text("responsiblePhysician"));

        var number = Path(("recordNumber", household.Body.GetProperty("members")[0].GetProperty("recordNumber").GetString()!));
        Assert.Equal(2, (await _talk.CallAsync("Records_Get", 200, path: number)).Body.GetProperty("latestReadings").GetArrayLength());
        await _talk.CallAsync("Records_ListEntries", 200, path: number);
        var plan = await _talk.CallAsync("CarePlans_Get", 200, path: Path(("householdId", enrolled.Text("id")), ("member", "1")), by: physician);
        Assert.NotEqual(0, plan.Body.GetProperty("goals").GetArrayLength());
        var worklist = await _talk.CallAsync("Physicians_Worklist", 200, path: Path(("physicianId", PhysicianId)), by: physician);
        Assert.NotEqual(0, worklist.Body.GetProperty("items").GetArrayLength());

        await _talk.CallAsync("Households_List", 200, query: $"?region={Some.Township}&status=listed");
        await _talk.CallAsync("Households_List", 200, query: $"?region={Some.City}", headers: Path(("X-Access-Reason", "review")), by: official);
        foreach (var (_, search) in ApiDocument.Instance.Operation("Households_Search").Examples)
        {
            Assert.Equal(1, (await _talk.CallAsync("Households_Search", 200, search)).Body.GetProperty("items").GetArrayLength());
        }

        foreach (var region in new[] { Some.City, Some.County, Some.Township, Some.Village })
        {
            await Eventually.TrueAsync(async () =>
                (await _talk.CallAsync("Coverage_Get", 200, path: Path(("regionCode", region)), by: official)).Body.GetProperty("region").GetProperty("counts").GetProperty("records").GetInt32() == 3);
        }
        Assert.NotEqual(0, (await _talk.CallAsync("Coverage_History", 200, path: Path(("regionCode", Some.City)), query: "?days=30", by: official)).Body.GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task Correction_IsAsDocumented()
    {
        var enrolled = await _talk.CallAsync("Households_Enrol", 202, Some.Household());
        await _worker.ListedAsync(enrolled.Location!);
        var id = Path(("householdId", enrolled.Text("id")));
        var form = await _talk.CallAsync("Households_GetForm", 200, path: id);
        var changed = JsonSerializer.SerializeToNode(form.Body)!;

        await _talk.CallAsync("Households_Correct", 200, form.Body, id, headers: Path(("If-Match", form.ETag!)));
        changed["address"] = "示范路2号";
        await _talk.CallAsync("Households_Correct", 202, changed, id, headers: Path(("If-Match", form.ETag!)));
        changed["address"] = "示范路3号";
        var refused = await _talk.CallAsync("Households_Correct", 412, changed, id, headers: Path(("If-Match", form.ETag!)));
        Assert.Equal("示范路2号", refused.Body.GetProperty("current").GetProperty("address").GetString());
        await _talk.CallAsync("Households_Correct", 428, changed, id);
        await _talk.CallAsync("Households_Correct", 400, changed, id, headers: Path(("If-Match", "3")));
        changed["members"]!.AsArray().RemoveAt(3);
        await _talk.CallAsync("Households_Correct", 422, changed, id, headers: Path(("If-Match", form.ETag!)));
        await _talk.CallAsync("Households_Correct", 404, changed, Path(("householdId", $"00-{new string('0', 30)}")), headers: Path(("If-Match", form.ETag!)));
    }

    [Fact]
    public async Task Refusals_AreAsDocumented()
    {
        using var official = await _app.OfficialAsync(Some.City);
        var household = Some.Household();
        var enrolled = await _talk.CallAsync("Households_Enrol", 202, household);
        var id = Path(("householdId", enrolled.Text("id")));
        household["address"] = "别处";
        Assert.True((await _talk.CallAsync("Households_Enrol", 409, household)).Body.TryGetProperty("current", out _));
        await _talk.CallAsync("Households_Enrol", 422, new { });
        await _talk.CallAsync("Households_Enrol", 400, "{");
        await _talk.CallAsync("Households_Enrol", 400, "{\"members\":3}");
        await _talk.CallAsync("Households_Enrol", 415, "{}", mediaType: "text/plain");
        await _talk.CallAsync("Households_Enrol", 413, new string(' ', 1024 * 1024) + "{}");
        await _talk.CallAsync("Households_Enrol", 403, household, by: official);
        await _talk.CallAsync("Households_Enrol", 401, household, by: _app.Anonymous);
        await _talk.CallAsync("Households_Get", 403, path: id, by: official);
        await _talk.CallAsync("Households_List", 403, query: $"?region={Some.City}", by: official);
        await _talk.CallAsync("Households_List", 422, query: "?status=lost");
        await _talk.CallAsync("Households_List", 400, query: "?cursor=lost");
        // No client's cursor, though its check value holds.
        foreach (var forged in new[] { Cursor.Of("none"), Cursor.Of("a", "b"), "N0Tnig" })
        {
            await _talk.CallAsync("Households_List", 400, query: $"?cursor={forged}");
            await _talk.CallAsync("Problems_List", 400, query: $"?cursor={forged}", by: _operator);
        }
        await _talk.CallAsync("Households_Search", 422, new { });
        await _talk.CallAsync("Households_Get", 404, path: Path(("householdId", "lost")));
        await _talk.CallAsync("Records_Get", 404, path: Path(("recordNumber", "lost")));
        await _talk.CallAsync("CarePlans_Get", 404, path: Path(("householdId", enrolled.Text("id")), ("member", "30")));
        await _talk.CallAsync("Coverage_Get", 404, path: Path(("regionCode", "11")));
        await _talk.CallAsync("Coverage_History", 422, path: Path(("regionCode", Some.Township)), query: "?days=0");
        await _talk.CallAsync("Regions_List", 404, path: Path(("regionCode", "11")));
    }

    [Fact]
    public async Task Visits_AreAsDocumented()
    {
        using var official = await _app.OfficialAsync(Some.City);
        var enrolled = await _talk.CallAsync("Households_Enrol", 202, ApiDocument.Instance.Operation("Households_Enrol").Examples.Single().Body);
        var household = await _worker.ListedAsync(enrolled.Location!);
        var visit = ApiDocument.Instance.Operation("Visits_Save").Examples.Single().Body;
        Dictionary<string, string> At(string id) => Path(("householdId", enrolled.Text("id")), ("member", "1"), ("visitId", id));
        var path = At(new string('a', 32));

        Assert.Equal(6, (await _talk.CallAsync("Forms_List", 200)).Body.GetProperty("items").GetArrayLength());
        var saved = await _talk.CallAsync("Visits_Save", 201, visit, path);
        Assert.Equal("2", saved.Text("outcome"));
        await _talk.CallAsync("Visits_Save", 200, visit, path);
        await _talk.CallAsync("Visits_Get", 200, path: path);
        await _talk.CallAsync("Visits_Get", 403, path: path, by: official);
        await _talk.CallAsync("Visits_Get", 404, path: At(new string('b', 32)));
        await _talk.CallAsync("Visits_Save", 404, visit, At("visit"));
        var other = visit.DeepClone();
        (other["note"], other["answers"]!["systolic"], other["answers"]!["dangerSigns"]) = (null, 190, new System.Text.Json.Nodes.JsonArray("vision"));
        await _talk.CallAsync("Visits_Save", 409, other, path);
        Assert.Equal("urgent", (await _talk.CallAsync("Visits_Save", 201, other, At(new string('b', 32)))).Body.GetProperty("line").GetProperty("urgency").GetString());
        other["answers"]!["systolic"] = 1000;
        await _talk.CallAsync("Visits_Save", 422, other, At(new string('c', 32)));
        await _talk.CallAsync("Visits_Save", 400, "{\"answers\":[]}", At(new string('c', 32)));
        await _talk.CallAsync("CarePlans_Get", 200, path: Path(("householdId", enrolled.Text("id")), ("member", "1")));
        await _talk.CallAsync("Records_ListEntries", 200, path: Path(("recordNumber", household.GetProperty("members")[0].GetProperty("recordNumber").GetString()!)));
        await _talk.CallAsync("Regions_Worklist", 200, path: Path(("regionCode", Some.Village)), query: "?dueBy=2026-11-23");
        await _talk.CallAsync("Regions_Worklist", 422, path: Path(("regionCode", Some.Village)), query: "?dueBy=today");
    }

    [Fact]
    public async Task RosterAndCodes_AreAsDocumented()
    {
        var (mediaType, roster) = ApiDocument.Instance.Operation("Physicians_Import").Examples.Single();
        var physician = ApiDocument.Instance.Operation("Physicians_Keep").Examples.Single().Body;
        var id = Path(("physicianId", "P441402004-02"));
        await _talk.CallAsync("Physicians_Import", 200, roster.GetValue<string>(), by: _operator, mediaType: mediaType);
        await _talk.CallAsync("Physicians_Import", 422, "no,roster", by: _operator, mediaType: mediaType);
        var added = await _talk.CallAsync("Physicians_Keep", 201, physician, id, by: _operator);
        await _talk.CallAsync("Physicians_Keep", 200, physician, id, headers: Path(("If-Match", added.ETag!)), by: _operator);
        physician = physician.DeepClone();
        physician["panelSize"] = 30;
        await _talk.CallAsync("Physicians_Keep", 428, physician, id, by: _operator);
        Assert.True((await _talk.CallAsync("Physicians_Keep", 412, physician, id, headers: Path(("If-Match", "\"v7\"")), by: _operator)).Body.TryGetProperty("current", out _));
        await _talk.CallAsync("Physicians_Keep", 200, physician, id, headers: Path(("If-Match", added.ETag!)), by: _operator);
        await _talk.CallAsync("Physicians_Keep", 422, new { }, id, headers: Path(("If-Match", added.ETag!)), by: _operator);
        await _talk.CallAsync("Physicians_Get", 200, path: id);
        await _talk.CallAsync("Physicians_Get", 404, path: Path(("physicianId", "P441402004-99")));
        await _talk.CallAsync("Physicians_List", 200, query: "?region=441402");
        await _talk.CallAsync("Physicians_List", 422, query: "?region=4");
        await _talk.CallAsync("Codes_Get", 200);
        await _talk.CallAsync("Regions_List", 200, path: Path(("regionCode", Some.City)));
        await _talk.CallAsync("Health_Live", 200, by: _app.Anonymous);
        await _talk.CallAsync("Health_Ready", 200, by: _app.Anonymous);
    }

    [Fact]
    public async Task Accounts_AreAsDocumented()
    {
        using var auditor = await _app.AuditorAsync();
        var account = ApiDocument.Instance.Operation("Access_AddAccount").Examples.Single().Body;
        var added = await _talk.CallAsync("Access_AddAccount", 201, account, by: _operator);
        var id = Path(("accountId", added.Text("id")));
        await _talk.CallAsync("Access_AddAccount", 409, account, by: _operator);
        await _talk.CallAsync("Access_AddAccount", 422, new { }, by: _operator);
        await _talk.CallAsync("Access_ListAccounts", 200, by: _operator);
        var change = ApiDocument.Instance.Operation("Access_ChangeAccount").Examples.Single().Body;
        await _talk.CallAsync("Access_ChangeAccount", 428, change, id, by: _operator);
        await _talk.CallAsync("Access_ChangeAccount", 200, change, id, headers: Path(("If-Match", added.ETag!)), by: _operator);
        await _talk.CallAsync("Access_ChangeAccount", 412, change, id, headers: Path(("If-Match", added.ETag!)), by: _operator);
        await _talk.CallAsync("Access_ResetPassword", 204, new { password = "another-long-pass-phrase" }, id, by: _operator);
        await _talk.CallAsync("Access_ResetPassword", 422, new { password = "short" }, id, by: _operator);
        var session = await _talk.CallAsync("Access_SignIn", 200, new { userName = "worker.one", password = "another-long-pass-phrase" }, by: _app.Anonymous);
        await _talk.CallAsync("Access_SignIn", 401, new { userName = "worker.one", password = "wrong" }, by: _app.Anonymous);
        Assert.Equal("healthWorker", session.Body.GetProperty("user").GetProperty("role").GetString());
        var me = await _talk.CallAsync("Access_Me", 200, by: _operator);
        var own = Path(("accountId", me.Text("accountId")));
        await _talk.CallAsync("Access_ChangeAccount", 409, new { role = "auditor" }, own, headers: Path(("If-Match", "\"v1\"")), by: _operator);
        await _talk.CallAsync("Access_ChangePassword", 422, new { present = "wrong", password = "short" });
        await _talk.CallAsync("Access_Audit", 200, query: "?day=2026-11-23", by: auditor);
        await _talk.CallAsync("Access_Audit", 422, query: "?day=today", by: auditor);
        for (var attempt = 0; attempt < 6; attempt++) { (await _app.Anonymous.PostAsJsonAsync("/api/sign-in", new { userName = "nobody", password = "wrong" })).Dispose(); }
        await _talk.CallAsync("Access_SignIn", 429, new { userName = "nobody", password = "wrong" }, by: _app.Anonymous);
    }

    [Fact]
    public async Task Imports_AreAsDocumented()
    {
        var (mediaType, list) = ApiDocument.Instance.Operation("Imports_Receive").Examples.Single();
        // The second household has no head.
        var text = $"{list.GetValue<string>()}EXAMPLE-000003,{Some.Village},,,general,示例己,{Some.IdNumber()},1,\n";
        var received = await _talk.CallAsync("Imports_Receive", 202, text, query: "?fileName=list.csv", mediaType: mediaType);
        var id = Path(("importId", received.Text("id")));
        await Eventually.TrueAsync(async () => (await _talk.CallAsync("Imports_Show", 200, path: id)).Text("status") is "completed");
        var done = await _talk.CallAsync("Imports_Show", 200, path: id);
        Assert.Equal((1, 1), (done.Body.GetProperty("accepted").GetInt32(), done.Body.GetProperty("refused").GetInt32()));
        Assert.Equal("one-head", done.Body.GetProperty("refusedLines").GetProperty("items")[0].GetProperty("code").GetString());
        await _talk.CallAsync("Imports_List", 200);
        await _talk.CallAsync("Imports_List", 400, query: "?cursor=lost");
        await _talk.CallAsync("Imports_ListRefused", 200, path: id);
        await _talk.CallAsync("Imports_DownloadRefused", 200, path: id);
        await _talk.CallAsync("Imports_DownloadRefused", 403, path: id, by: _operator);
        await _talk.CallAsync("Imports_Cancel", 409, path: id);
        await _talk.CallAsync("Imports_Show", 404, path: Path(("importId", new string('0', 32))));
        await _talk.CallAsync("Imports_Template", 200);
        await _talk.CallAsync("Imports_Template", 200, query: "?format=csv");
        await _talk.CallAsync("Imports_Template", 400, query: "?format=doc");
        await _talk.CallAsync("Imports_Receive", 422, "", mediaType: mediaType);
        await _talk.CallAsync("Imports_Receive", 422, "no,list\n1,2\n", mediaType: mediaType);
        await _talk.CallAsync("Imports_Receive", 400, text, query: "?purpose=other", mediaType: mediaType);
    }

    [Fact]
    public async Task Problems_AreAsDocumented()
    {
        const string Text = "{\"n\":\"household-changed\",\"v\":1,\"d\":{\"household\":\"00-000000000000000000000000000000\",\"householdVersion\":1}}";
        await _app.Get<ProblemTable>().OpenAsync("changes", Text, CancellationToken.None);
        var page = await _talk.CallAsync("Problems_List", 200, by: _operator);
        var path = Path(("queue", "changes"), ("problemId", page.Body.GetProperty("items")[0].GetProperty("id").GetString()!));

        await _talk.CallAsync("Problems_Replay", 200, path: path, by: _operator);
        await _talk.CallAsync("Problems_Replay", 404, path: path, by: _operator);
        await _talk.CallAsync("Problems_ReplayAll", 200, query: "?queue=changes", by: _operator);
    }

    private static Dictionary<string, string> Path(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value);
}
