using Alleviation.Functions.Physicians;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Panels;

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

    private async Task KeepAsync(PhysicianState state)
    {
        var command = new EnterPhysician(CareScene.County, "医师", ["cardiology"], Some.County, "示范医院", 500, null, state);
        Assert.Equal(KeepPhysicianOutcome.Changed, (await _scene.App.Get<KeepPhysicianHandler>().HandleAsync(command, version: null, CancellationToken.None)).Outcome);
        await _scene.App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        await Pipeline.SettledAsync(_scene.App.Storage);
    }

    /// <summary>Whose opinion is waited for.</summary>
    private async Task<IEnumerable<string?>> AskedAsync() => (await _scene.TasksAsync("opinion")).Select(task => task.For);
}
