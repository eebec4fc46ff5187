using System.Net.Http.Json;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract;

/// <summary>The same of what the office does: roster, accounts, imports, poison messages.</summary>
public sealed class OfficeConformanceTests : ConformanceStage
{
    [Fact]
    public async Task RosterAndCodes_AreAsDocumented()
    {
        var physician = ApiDocument.Instance.Operation("Physicians_Save").Examples.Single().Body;
        var id = Path(("physicianId", "P441402004-02"));
        var added = await Talk.CallAsync("Physicians_Save", 201, physician, id, by: Operator);
        await Talk.CallAsync("Physicians_Save", 200, physician, id, headers: Path(("If-Match", added.ETag!)), by: Operator);
        physician = physician.DeepClone();
        physician["panelSize"] = 30;
        await Talk.CallAsync("Physicians_Save", 428, physician, id, by: Operator);
        Assert.True(
            (
                await Talk.CallAsync("Physicians_Save", 412, physician, id, headers: Path(("If-Match", "\"v7\"")), by: Operator)
            ).Body.TryGetProperty("current", out _)
        );
        await Talk.CallAsync("Physicians_Save", 200, physician, id, headers: Path(("If-Match", added.ETag!)), by: Operator);
        await Talk.CallAsync("Physicians_Save", 422, new { }, id, headers: Path(("If-Match", added.ETag!)), by: Operator);
        await Talk.CallAsync("Physicians_Get", 200, path: id);
        await Talk.CallAsync("Physicians_Get", 404, path: Path(("physicianId", "P441402004-99")));
        await Talk.CallAsync("Physicians_List", 200, query: "?region=441402");
        await Talk.CallAsync("Physicians_List", 422, query: "?region=4");
        await Talk.CallAsync("Codes_Get", 200);
        await Talk.CallAsync("Regions_List", 200, path: Path(("regionCode", Some.City)));
        await Talk.CallAsync("Health_Live", 200, by: App.Anonymous);
        await Talk.CallAsync("Health_Ready", 200, by: App.Anonymous);
        Assert.NotEqual(0, (await Talk.CallAsync("Operations_Get", 200, by: Operator)).Body.GetProperty("queues").GetArrayLength());
        await Talk.CallAsync("Operations_Get", 403);
    }

    [Fact]
    public async Task Accounts_AreAsDocumented()
    {
        using var auditor = await App.AuditorAsync();
        var account = ApiDocument.Instance.Operation("Access_AddAccount").Examples.Single().Body;
        var added = await Talk.CallAsync("Access_AddAccount", 201, account, by: Operator);
        var id = Path(("accountId", added.Text("id")));
        await Talk.CallAsync("Access_AddAccount", 409, account, by: Operator);
        await Talk.CallAsync("Access_AddAccount", 422, new { }, by: Operator);
        await Talk.CallAsync("Access_ListAccounts", 200, by: Operator);
        var change = ApiDocument.Instance.Operation("Access_ChangeAccount").Examples.Single().Body;
        await Talk.CallAsync("Access_ChangeAccount", 428, change, id, by: Operator);
        await Talk.CallAsync("Access_ChangeAccount", 200, change, id, headers: Path(("If-Match", added.ETag!)), by: Operator);
        await Talk.CallAsync("Access_ChangeAccount", 412, change, id, headers: Path(("If-Match", added.ETag!)), by: Operator);
        await Talk.CallAsync("Access_ResetPassword", 204, new { password = "another-long-pass-phrase" }, id, by: Operator);
        await Talk.CallAsync("Access_ResetPassword", 422, new { password = "short" }, id, by: Operator);
        var session = await Talk.CallAsync(
            "Access_SignIn",
            200,
            new { userName = "worker.one", password = "another-long-pass-phrase" },
            by: App.Anonymous
        );
        await Talk.CallAsync("Access_SignIn", 401, new { userName = "worker.one", password = "wrong" }, by: App.Anonymous);
        Assert.Equal("healthWorker", session.Body.GetProperty("user").GetProperty("role").GetString());
        var me = await Talk.CallAsync("Access_Me", 200, by: Operator);
        var own = Path(("accountId", me.Text("accountId")));
        await Talk.CallAsync(
            "Access_ChangeAccount",
            409,
            new { role = "auditor" },
            own,
            headers: Path(("If-Match", "\"v1\"")),
            by: Operator
        );
        await Talk.CallAsync("Access_ChangePassword", 422, new { present = "wrong", password = "short" });
        await Talk.CallAsync("Access_Audit", 200, query: "?day=2026-11-23", by: auditor);
        await Talk.CallAsync("Access_Audit", 422, query: "?day=today", by: auditor);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            (await App.Anonymous.PostAsJsonAsync("/api/sign-in", new { userName = "nobody", password = "wrong" })).Dispose();
        }
        await Talk.CallAsync("Access_SignIn", 429, new { userName = "nobody", password = "wrong" }, by: App.Anonymous);
    }

    [Fact]
    public async Task Imports_AreAsDocumented()
    {
        var (mediaType, list) = ApiDocument.Instance.Operation("Imports_Start").Examples.Single();
        // The second household has no head.
        var text = $"{list.GetValue<string>()}EXAMPLE-000003,{Some.Village},,,general,示例己,{Some.IdNumber()},1,\n";
        var received = await Talk.CallAsync("Imports_Start", 202, text, query: "?fileName=list.csv&enrol=whenClear", mediaType: mediaType);
        var id = Path(("importId", received.Text("id")));
        await Eventually.TrueAsync(async () => (await Talk.CallAsync("Imports_Get", 200, path: id)).Text("status") is "completed");
        var done = await Talk.CallAsync("Imports_Get", 200, path: id);
        Assert.Equal((1, 1), (done.Body.GetProperty("accepted").GetInt32(), done.Body.GetProperty("refused").GetInt32()));
        Assert.Equal("one-head", done.Body.GetProperty("refusedLines").GetProperty("items")[0].GetProperty("code").GetString());
        await Talk.CallAsync("Imports_List", 200);
        await Talk.CallAsync("Imports_List", 400, query: "?cursor=lost");
        await Talk.CallAsync("Imports_ListRefused", 200, path: id);
        await Talk.CallAsync("Imports_DownloadRefused", 200, path: id);
        await Talk.CallAsync("Imports_DownloadRefused", 403, path: id, by: Operator);
        await Talk.CallAsync("Imports_Cancel", 409, path: id);
        await Talk.CallAsync("Imports_Get", 404, path: Path(("importId", new string('0', 32))));
        await Talk.CallAsync("Imports_GetTemplate", 200);
        await Talk.CallAsync("Imports_GetTemplate", 200, query: "?format=csv");
        await Talk.CallAsync("Imports_GetTemplate", 400, query: "?format=doc");
        await Talk.CallAsync("Imports_Start", 422, "", mediaType: mediaType);
        await Talk.CallAsync("Imports_Start", 422, "no,list\n1,2\n", mediaType: mediaType);
        await Talk.CallAsync("Imports_Start", 400, text, query: "?purpose=other", mediaType: mediaType);
    }

    [Fact]
    public async Task PoisonMessages_AreAsDocumented()
    {
        const string Text =
            "{\"n\":\"household-changed\",\"v\":1,\"d\":{\"household\":\"00-000000000000000000000000000000\",\"householdVersion\":1}}";
        await App.Get<PoisonMessageTable>().OpenAsync("changes", Text, CancellationToken.None);
        var page = await Talk.CallAsync("PoisonMessages_List", 200, by: Operator);
        var path = Path(("queue", "changes"), ("messageId", page.Body.GetProperty("items")[0].GetProperty("id").GetString()!));

        await Talk.CallAsync("PoisonMessages_Replay", 200, path: path, by: Operator);
        await Talk.CallAsync("PoisonMessages_Replay", 404, path: path, by: Operator);
        await Talk.CallAsync("PoisonMessages_ReplayAll", 200, query: "?queue=changes", by: Operator);
    }
}
