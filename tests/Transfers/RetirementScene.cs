using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>An account that outlives its first host, with the three and all households on their panels.</summary>
public sealed class RetirementScene : IAsyncDisposable
{
    public const int HouseholdCount = 60;

    public static readonly string[] PhysicianIds = [$"P{Some.Township}-01", $"P{Some.Township}-02", $"P{Some.Township}-03"];

    private RetirementScene(AppUnderTest app, string keyFile) => (App, KeyFile) = (app, keyFile);

    public AppUnderTest App { get; private set; }

    public string KeyFile { get; }

    public static async Task<RetirementScene> StartAsync()
    {
        var keyFile = Path.Combine(Path.GetTempPath(), $"alleviation-retirement-{Guid.NewGuid():N}.json");
        return await AppUnderTest
            .StartAsync(storage: await Azurite.NewAccountAsync(), keyFile: keyFile)
            .ThenAsync(async app =>
            {
                await EnrolAsync(app);
                return new RetirementScene(app, keyFile);
            });
    }

    /// <summary>Another host on the same account, after the one before has ended.</summary>
    public async Task StartAgainAsync() => App = await AppUnderTest.StartAsync(storage: App.Storage, keyFile: KeyFile);

    public Task<Dictionary<string, HashSet<string>>> PanelsAsync() => PanelsAsync(App);

    private static async Task<Dictionary<string, HashSet<string>>> PanelsAsync(AppUnderTest app)
    {
        var panels = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var id in PhysicianIds)
        {
            panels[id] = [.. (await app.Get<WorklistTable>().PanelAsync(id)).Select(household => household.Household.Value)];
        }

        return panels;
    }

    public async Task<Dictionary<string, int>> VersionsAsync() =>
        (await VillagesAsync()).ToDictionary(listed => listed.Household.Id.Value, listed => listed.Household.Version);

    public async Task<IReadOnlyList<VillageHousehold>> VillagesAsync()
    {
        var households = new List<VillageHousehold>();
        await foreach (var household in App.Get<VillageTable>().ListByRegionAsync(Some.Township, CancellationToken.None))
        {
            households.Add(household);
        }
        return households;
    }

    public static PhysicianRequest Enter(PhysicianState state, int size, string? id = null) =>
        new(id ?? PhysicianIds[0], "医师", ["generalPractice"], Some.Township, "示范医院", size, null, state);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        File.Delete(KeyFile);
    }

    private static async Task EnrolAsync(AppUnderTest app)
    {
        foreach (var id in PhysicianIds)
        {
            await app.HasPhysicianAsync(id, Some.Township, panelSize: 40);
        }
        using var worker = await app.HealthWorkerAsync(Some.Township);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, HouseholdCount),
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (_, _) => await worker.EnrolsAsync(Some.Household())
        );
        await Eventually.SeesAsync(() => PanelsAsync(app), panels => panels.Values.Sum(panel => panel.Count) == HouseholdCount);
        await Pipeline.SettledAsync(app.Storage);
    }
}
