using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>A household is handed over by the endpoints, seen from both sides.</summary>
public sealed class TransferTests : TransferStage
{
    [Fact]
    public async Task Accepted_TheReceiverIsResponsible_AndTheFormerSeesItNoMore()
    {
        await ProposeAsync(201);
        await ProposeAsync(200);
        Assert.Equal(
            Id,
            Assert.Single(await Scene.TasksAsync(Scene.Other, PanelScene.Colleague, "transfer")).GetProperty("reference").GetString()
        );
        Assert.Equal(
            "proposed",
            (await Scene.CallAsync("Transfers_List", 200, by: Scene.Other)).Body.GetProperty("items")[0].GetProperty("state").GetString()
        );
        await StepAsync("Transfers_Accept", 200, Scene.Other);
        await StepAsync("Transfers_Accept", 200, Scene.Other);
        Assert.Equal(
            (1, 0),
            (await CountAsync(Scene.Other, PanelScene.Colleague), await CountAsync(Scene.Physician, PanelScene.Responsible))
        );
        Assert.Empty((await Scene.WorklistAsync(Scene.Physician, PanelScene.Responsible)).GetProperty("items").EnumerateArray());
        Assert.Empty(await Scene.TasksAsync(Scene.Other, PanelScene.Colleague, "transfer"));
        await Scene.CallAsync("Households_Get", 404, by: Scene.Physician);
        // Who proposed it still learns what became of it, from the same call sent again.
        Assert.Equal("transfer-ended", (await StepAsync("Transfers_Withdraw", 409, Scene.Physician)).Text("code"));
        var household = await Scene.HeaderAsync();
        Assert.Equal(PanelScene.Colleague, household.PhysicianId);
        Assert.Empty(household.Guests);
    }

    [Fact]
    public async Task FormerWhoStoodInTheTeamToo_SeesItNoMore()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync(PanelScene.Responsible, Some.Township, "generalPractice;cardiology");
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var location = await worker.EnrolsAsync(Some.Household());
        Assert.Contains(
            PanelScene.Responsible,
            (await worker.ListedAsync(location)).GetProperty("team").GetRawText(),
            StringComparison.Ordinal
        );
        await app.HasPhysicianAsync(PanelScene.Colleague, Some.Township);
        await app.HasPhysicianAsync("P441402-09", Some.County, "cardiology");
        using var former = await app.PhysicianAsync(PanelScene.Responsible);
        using var next = await app.PhysicianAsync(PanelScene.Colleague);
        await former.PutsAsync($"{location}/transfers/{Id}", new { to = PanelScene.Colleague, reason = "调岗" });
        await next.PostsAsync($"{location}/transfers/{Id}/acceptance");
        Assert.Equal(HttpStatusCode.NotFound, (await former.GetAsync(location)).StatusCode);
        var household = await worker.GetFromJsonAsync<JsonElement>(location);
        Assert.Equal(PanelScene.Colleague, household.GetProperty("responsiblePhysician").GetString());
        Assert.Equal("P441402-09", Assert.Single(household.GetProperty("team").EnumerateArray()).GetProperty("physicianId").GetString());
    }

    [Fact]
    public async Task Returned_ThePresentOneStaysResponsible_SeesWhy_AndMayAskAnother()
    {
        await ProposeAsync(201);
        Assert.Equal(
            "required",
            (await StepAsync("Transfers_Return", 422, Scene.Other, new { reason = " " }))
                .Body.GetProperty("errors")[0]
                .GetProperty("code")
                .GetString()
        );
        await StepAsync("Transfers_Return", 200, Scene.Other, new { reason = "名额已满" });
        await StepAsync("Transfers_Return", 200, Scene.Other, new { reason = "名额已满" });
        await Scene.CallAsync("Households_Get", 404, by: Scene.Other);
        Assert.Empty((await Scene.WorklistAsync(Scene.Other, PanelScene.Colleague)).GetProperty("items").EnumerateArray());
        Assert.Single(await Scene.TasksAsync(Scene.Physician, PanelScene.Responsible, "transfer"));
        Assert.Equal(
            "名额已满",
            (await Scene.CallAsync("Transfers_List", 200)).Body.GetProperty("items")[0].GetProperty("returnReason").GetString()
        );
        await ProposeAsync(201, id: Later);
        Assert.Equal(
            ["proposed", "returned"],
            (await Scene.CallAsync("Transfers_List", 200))
                .Body.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("state").GetString())
        );
        Assert.Empty(await Scene.TasksAsync(Scene.Physician, PanelScene.Responsible, "transfer"));
    }

    [Fact]
    public async Task Withdrawn_NobodySeesItAnyMore()
    {
        await ProposeAsync(201);
        Assert.Equal("transfer-open", (await ProposeAsync(409, id: Later)).Text("code"));
        Assert.Equal("sent-differently", (await ProposeAsync(409, reason: "另一原因")).Text("code"));
        await StepAsync("Transfers_Withdraw", 200, Scene.Physician);
        await StepAsync("Transfers_Accept", 409, Scene.Other);
        await Scene.CallAsync("Households_Get", 404, by: Scene.Other);
        Assert.Empty(await Scene.TasksAsync(Scene.Other, PanelScene.Colleague, "transfer"));
    }

    private async Task<int> CountAsync(HttpClient client, string physicianId) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{physicianId}/contracts")).GetProperty("households").GetInt32();
}
