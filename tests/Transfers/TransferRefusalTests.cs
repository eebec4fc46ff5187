using Alleviation.Functions.Physicians;

namespace Alleviation.Tests.Transfers;

/// <summary>Transfers to somebody who cannot take the household, by others, or ended twice at once.</summary>
public sealed class TransferRefusalTests : TransferStage
{
    [Fact]
    public async Task ReceiverIsChecked_WhenItIsProposedAndWhenItIsAccepted()
    {
        Assert.Equal("physician-not-eligible", Code(await ProposeAsync(422, to: PanelScene.Stranger)));
        Assert.Equal("physician-unknown", Code(await ProposeAsync(422, to: "P441402004-77")));
        Assert.Equal("transfer-to-self", Code(await ProposeAsync(422, to: PanelScene.Responsible)));
        await Scene.StateAsync(PanelScene.Colleague, PhysicianState.OnLeave);
        Assert.Equal("physician-not-eligible", Code(await ProposeAsync(422)));
        await Scene.StateAsync(PanelScene.Colleague, PhysicianState.Active);
        await ProposeAsync(201);
        await Scene.StateAsync(PanelScene.Colleague, PhysicianState.Active, panelSize: 0);
        Assert.Equal("panel-full", Code(await StepAsync("Transfers_Accept", 422, Scene.Other)));
        Assert.Equal(PanelScene.Responsible, (await Scene.HeaderAsync()).PhysicianId);
    }

    [Fact]
    public async Task Others_LearnNothing_OrThatTheTransferIsNotTheirs()
    {
        var stranger = await Scene.ByAsync(PanelScene.Stranger);
        await ProposeAsync(404, by: Scene.Other);
        await ProposeAsync(201);
        Assert.Equal("not-responsible", (await ProposeAsync(403, by: Scene.Other, id: Later)).Text("code"));
        await StepAsync("Transfers_Accept", 404, stranger);
        Assert.Equal("transfer-not-yours", (await StepAsync("Transfers_Accept", 403, Scene.Physician)).Text("code"));
        await StepAsync("Transfers_Accept", 403, Scene.Worker);
        await Scene.CallAsync("Transfers_List", 404, by: stranger);
    }

    [Fact]
    public async Task AcceptedAndWithdrawnAtOnce_ExactlyOneIsDone()
    {
        await ProposeAsync(201);
        var answers = await Task.WhenAll(
            Scene.Other.PostAsync($"/api/households/{Scene.HouseholdId}/transfers/{Id}/acceptance", null),
            Scene.Physician.PostAsync($"/api/households/{Scene.HouseholdId}/transfers/{Id}/withdrawal", null)
        );
        Assert.Equal([200, 409], answers.Select(answer => (int)answer.StatusCode).Order());
        var household = await Scene.HeaderAsync();
        Assert.Equal(answers[0].IsSuccessStatusCode ? PanelScene.Colleague : PanelScene.Responsible, household.PhysicianId);
        Assert.DoesNotContain(household.Tasks, task => task.Kind == "transfer");
    }

    private static string? Code(Contract.Answer answer) =>
        Assert.Single(answer.Body.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString();
}
