using System.Net;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>A specialist beside the responsible physician is on leave, and goes.</summary>
public sealed class TeamTests() : WithScene<CareScene>(StartAsync)
{
    private static Task<CareScene> StartAsync() =>
        CareScene
            .StartAsync("cardiology")
            .ThenAsync(async scene =>
            {
                using var responsible = await scene.App.PhysicianAsync(CareScene.Responsible);
                await responsible.TakesAsync(new Uri($"/api/households/{scene.Household}", UriKind.Relative), "/review");
                Assert.Equal([CareScene.County], await AskedAsync(scene));
                return scene;
            });

    [Fact]
    public async Task Retires_AnotherStandsInTheTeam_AndIsAskedInstead()
    {
        await KeepAsync(PhysicianState.Retired);

        Assert.Equal([CareScene.City], await AskedAsync(Scene));
        Assert.Equal(CareScene.Responsible, (await Scene.ReadAsync()).PhysicianId);
    }

    [Fact]
    public async Task IsOnLeave_StaysInTheTeam_AndNobodyIsMoved()
    {
        var before = (await Scene.ReadAsync()).Version;

        await KeepAsync(PhysicianState.OnLeave);

        Assert.Equal([CareScene.County], await AskedAsync(Scene));
        Assert.Equal(before, (await Scene.ReadAsync()).Version);
    }

    [Fact]
    public async Task NoOpenPlanCallsForTheDiscipline_AccessEnds()
    {
        using var specialist = await Scene.App.PhysicianAsync(CareScene.County);
        var address = new Uri($"/api/households/{Scene.Household}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync(address)).StatusCode);
        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);

        await responsible.TakesAsync(address, "/cancellation", new { reason = "家属不同意" });

        Assert.Empty((await Scene.ReadAsync()).Team);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync(address)).StatusCode);
    }

    private async Task KeepAsync(PhysicianState state)
    {
        var command = new PhysicianRequest(CareScene.County, "医师", ["cardiology"], Some.County, "示范医院", 500, null, state);
        Assert.Equal(
            SavePhysicianOutcome.Changed,
            (await Scene.App.Get<SavePhysicianHandler>().HandleAsync(command, version: null, CancellationToken.None)).Outcome
        );
        await Scene.App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        await Pipeline.SettledAsync(Scene.App.Storage);
    }

    /// <summary>Whose opinion is waited for.</summary>
    private static async Task<IEnumerable<string?>> AskedAsync(CareScene scene) =>
        (await scene.TasksAsync("opinion")).Select(task => task.For);
}
