using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Panels;

/// <summary>A specialist beside the responsible physician is on leave, and goes.</summary>
public sealed class TeamTests : IAsyncLifetime
{
    private const string Responsible = "P441402004-01";
    private const string Former = "P441402-01";
    private const string Next = "P441402-02";
    private AppUnderTest _app = null!;
    private HttpClient _worker = null!;
    private Uri _household = null!;

    public async Task InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync();
        await _app.HasPhysicianAsync(Responsible, Some.Township);
        await _app.HasPhysicianAsync(Former, Some.County, "cardiology");
        _worker = await _app.HealthWorkerAsync(Some.Township);
        _household = await _worker.EnrolsAsync(Some.Household());
        await _worker.ListedAsync(_household);
        await _app.HasPhysicianAsync(Next, Some.County, "cardiology");
        using var responsible = await _app.PhysicianAsync(Responsible);
        await responsible.TakesAsync(_household, "/review");
    }

    public async Task DisposeAsync()
    {
        _worker.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Retires_AnotherStandsInTheTeam_AndIsAskedInstead()
    {
        await KeepAsync(PhysicianState.Retired);

        Assert.Equal([Next], await AskedAsync());
        Assert.Equal(Responsible, (await HouseholdAsync()).GetProperty("responsiblePhysician").GetString());
    }

    [Fact]
    public async Task IsOnLeave_StaysInTheTeam_AndNobodyIsMoved()
    {
        var before = (await HouseholdAsync()).GetProperty("version").GetInt32();

        await KeepAsync(PhysicianState.OnLeave);

        Assert.Equal([Former], await AskedAsync());
        Assert.Equal(before, (await HouseholdAsync()).GetProperty("version").GetInt32());
    }

    private async Task KeepAsync(PhysicianState state)
    {
        var command = new EnterPhysician(Former, "医师", ["cardiology"], Some.County, "示范医院", 500, null, state);
        Assert.Equal(KeepPhysicianOutcome.Changed, (await _app.Get<KeepPhysicianHandler>().HandleAsync(command, version: null, CancellationToken.None)).Outcome);
        await _app.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        await Pipeline.SettledAsync(_app.Storage);
    }

    private Task<JsonElement> HouseholdAsync() => _worker.GetFromJsonAsync<JsonElement>(_household);

    /// <summary>Whose opinion is waited for.</summary>
    private async Task<IReadOnlyList<string>> AskedAsync()
    {
        var asked = new List<string>();
        foreach (var id in new[] { Former, Next })
        {
            using var client = await _app.PhysicianAsync(id);
            var list = await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{id}/worklist");
            if (list.GetProperty("items").EnumerateArray().Any(line => line.GetProperty("tasks").EnumerateArray().Any(task => task.GetProperty("kind").GetString() == "opinion"))) { asked.Add(id); }
        }

        return asked;
    }
}
