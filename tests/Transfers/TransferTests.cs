using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>A household is handed over by the doors, seen from both sides.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private const string Id = "0f8fad5bd9cb469fa16570867728950e";
    private const string Later = "1f8fad5bd9cb469fa16570867728950e";
    private PanelScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PanelScene.StartAsync();

    public Task DisposeAsync() => _scene.DisposeAsync().AsTask();

    [Fact]
    public async Task Accepted_TheReceiverIsResponsible_AndTheFormerSeesItNoMore()
    {
        await ProposeAsync(201);
        await ProposeAsync(200);
        Assert.Equal(
            Id,
            Assert.Single(await _scene.TasksAsync(_scene.Other, PanelScene.Colleague, "transfer")).GetProperty("reference").GetString()
        );
        Assert.Equal(
            "proposed",
            (await _scene.CallAsync("Transfers_List", 200, by: _scene.Other)).Body.GetProperty("items")[0].GetProperty("state").GetString()
        );

        await StepAsync("Transfers_Accept", 200, _scene.Other);
        await StepAsync("Transfers_Accept", 200, _scene.Other);

        Assert.Equal(
            (1, 0),
            (await CountAsync(_scene.Other, PanelScene.Colleague), await CountAsync(_scene.Physician, PanelScene.Responsible))
        );
        Assert.Empty((await _scene.WorklistAsync(_scene.Physician, PanelScene.Responsible)).GetProperty("items").EnumerateArray());
        Assert.Empty(await _scene.TasksAsync(_scene.Other, PanelScene.Colleague, "transfer"));
        await _scene.CallAsync("Households_Get", 404, by: _scene.Physician);
        // Who proposed it still learns what became of it, from the same call sent again.
        Assert.Equal("transfer-ended", (await StepAsync("Transfers_Withdraw", 409, _scene.Physician)).Text("code"));
        var household = await _scene.HeaderAsync();
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
            (await StepAsync("Transfers_Return", 422, _scene.Other, new { reason = " " }))
                .Body.GetProperty("errors")[0]
                .GetProperty("code")
                .GetString()
        );
        await StepAsync("Transfers_Return", 200, _scene.Other, new { reason = "名额已满" });
        await StepAsync("Transfers_Return", 200, _scene.Other, new { reason = "名额已满" });

        await _scene.CallAsync("Households_Get", 404, by: _scene.Other);
        Assert.Empty((await _scene.WorklistAsync(_scene.Other, PanelScene.Colleague)).GetProperty("items").EnumerateArray());
        Assert.Single(await _scene.TasksAsync(_scene.Physician, PanelScene.Responsible, "transfer"));
        Assert.Equal(
            "名额已满",
            (await _scene.CallAsync("Transfers_List", 200)).Body.GetProperty("items")[0].GetProperty("returnReason").GetString()
        );

        await ProposeAsync(201, id: Later);
        Assert.Equal(
            ["proposed", "returned"],
            (await _scene.CallAsync("Transfers_List", 200))
                .Body.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("state").GetString())
        );
        Assert.Empty(await _scene.TasksAsync(_scene.Physician, PanelScene.Responsible, "transfer"));
    }

    [Fact]
    public async Task Withdrawn_NobodySeesItAnyMore()
    {
        await ProposeAsync(201);
        Assert.Equal("transfer-open", (await ProposeAsync(409, id: Later)).Text("code"));
        Assert.Equal("sent-differently", (await ProposeAsync(409, reason: "另一原因")).Text("code"));

        await StepAsync("Transfers_Withdraw", 200, _scene.Physician);

        await StepAsync("Transfers_Accept", 409, _scene.Other);
        await _scene.CallAsync("Households_Get", 404, by: _scene.Other);
        Assert.Empty(await _scene.TasksAsync(_scene.Other, PanelScene.Colleague, "transfer"));
    }

    [Fact]
    public async Task ReceiverIsChecked_WhenItIsProposedAndWhenItIsAccepted()
    {
        Assert.Equal("physician-not-eligible", Code(await ProposeAsync(422, to: PanelScene.Stranger)));
        Assert.Equal("physician-unknown", Code(await ProposeAsync(422, to: "P441402004-77")));
        Assert.Equal("transfer-to-self", Code(await ProposeAsync(422, to: PanelScene.Responsible)));
        await _scene.StateAsync(PanelScene.Colleague, PhysicianState.OnLeave);
        Assert.Equal("physician-not-eligible", Code(await ProposeAsync(422)));
        await _scene.StateAsync(PanelScene.Colleague, PhysicianState.Active);
        await ProposeAsync(201);

        await _scene.StateAsync(PanelScene.Colleague, PhysicianState.Active, panelSize: 0);
        Assert.Equal("panel-full", Code(await StepAsync("Transfers_Accept", 422, _scene.Other)));
        Assert.Equal(PanelScene.Responsible, (await _scene.HeaderAsync()).PhysicianId);
    }

    [Fact]
    public async Task OthersAreToldNothing_OrThatItIsNotTheirs()
    {
        var stranger = await _scene.ByAsync(PanelScene.Stranger);
        await ProposeAsync(404, by: _scene.Other);
        await ProposeAsync(201);
        Assert.Equal("not-responsible", (await ProposeAsync(403, by: _scene.Other, id: Later)).Text("code"));
        await StepAsync("Transfers_Accept", 404, stranger);
        Assert.Equal("transfer-not-yours", (await StepAsync("Transfers_Accept", 403, _scene.Physician)).Text("code"));
        await StepAsync("Transfers_Accept", 403, _scene.Worker);
        await _scene.CallAsync("Transfers_List", 404, by: stranger);
    }

    [Fact]
    public async Task AcceptedAndWithdrawnAtOnce_ExactlyOneIsDone()
    {
        await ProposeAsync(201);

        var answers = await Task.WhenAll(
            _scene.Other.PostAsync($"/api/households/{_scene.HouseholdId}/transfers/{Id}/acceptance", null),
            _scene.Physician.PostAsync($"/api/households/{_scene.HouseholdId}/transfers/{Id}/withdrawal", null)
        );

        Assert.Equal([200, 409], answers.Select(answer => (int)answer.StatusCode).Order());
        var household = await _scene.HeaderAsync();
        Assert.Equal(answers[0].IsSuccessStatusCode ? PanelScene.Colleague : PanelScene.Responsible, household.PhysicianId);
        Assert.Empty(household.Tasks);
    }

    private static string? Code(Contract.Answer answer) =>
        Assert.Single(answer.Body.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString();

    private async Task<int> CountAsync(HttpClient client, string physicianId) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{physicianId}/contracts")).GetProperty("households").GetInt32();

    private Task<Contract.Answer> ProposeAsync(
        int status,
        string to = PanelScene.Colleague,
        string reason = "迁居",
        string id = Id,
        HttpClient? by = null
    ) => _scene.CallAsync("Transfers_Propose", status, new { to, reason }, by ?? _scene.Physician, path: ("transferId", id));

    private Task<Contract.Answer> StepAsync(string operation, int status, HttpClient by, object? body = null) =>
        _scene.CallAsync(operation, status, body, by, path: ("transferId", Id));
}
