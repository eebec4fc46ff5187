using System.Net;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>A specialist beside the responsible physician is on leave, and goes.</summary>
public sealed class TeamTests : IAsyncLifetime
{
    private CareScene _scene = null!;

    public async Task InitializeAsync()
    {
        _scene = await CareScene.StartAsync("cardiology");
        using var responsible = await _scene.App.PhysicianAsync(CareScene.Responsible);
        await responsible.TakesAsync(new Uri($"/api/households/{_scene.Household}", UriKind.Relative), "/review");
        Assert.Equal([CareScene.County], await AskedAsync());
    }

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Retires_AnotherStandsInTheTeam_AndIsAskedInstead()
    {
        await KeepAsync(PhysicianState.Retired);

        Assert.Equal([CareScene.City], await AskedAsync());
        Assert.Equal(CareScene.Responsible, (await _scene.ReadAsync()).PhysicianId);
    }

    [Fact]
    public async Task IsOnLeave_StaysInTheTeam_AndNobodyIsMoved()
    {
        var before = (await _scene.ReadAsync()).Version;

        await KeepAsync(PhysicianState.OnLeave);

        Assert.Equal([CareScene.County], await AskedAsync());
        Assert.Equal(before, (await _scene.ReadAsync()).Version);
    }

    [Fact]
    public async Task NoOpenPlanCallsForTheDiscipline_AccessEnds()
    {
        using var specialist = await _scene.App.PhysicianAsync(CareScene.County);
        var address = new Uri($"/api/households/{_scene.Household}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync(address)).StatusCode);
        using var responsible = await _scene.App.PhysicianAsync(CareScene.Responsible);

        await responsible.TakesAsync(address, "/cancellation", new { reason = "家属不同意" });

        Assert.Empty((await _scene.ReadAsync()).Team);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync(address)).StatusCode);
    }

    private async Task KeepAsync(PhysicianState state)
    {
        var command = new PhysicianRequest(CareScene.County, "医师", ["cardiology"], Some.County, "示范医院", 500, null, state);
        Assert.Equal(
            SavePhysicianOutcome.Changed,
            (await _scene.App.Get<SavePhysicianHandler>().HandleAsync(command, version: null, CancellationToken.None)).Outcome
        );
        await _scene.App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        await Pipeline.SettledAsync(_scene.App.Storage);
    }

    /// <summary>Whose opinion is waited for.</summary>
    private async Task<IEnumerable<string?>> AskedAsync() => (await _scene.TasksAsync("opinion")).Select(task => task.For);
}
