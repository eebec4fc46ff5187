using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Reliability;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>One of three physicians goes; sixty households.</summary>
[Collection(StormCollection.Name)]
public sealed class RetirementTests() : WithScene<RetirementTests.PanelsScene>(PanelsScene.StartAsync)
{
    private const int Households = 60;
    private static readonly string[] Physicians = [$"P{Some.Township}-01", $"P{Some.Township}-02", $"P{Some.Township}-03"];

    private AppUnderTest App => Scene.App;

    [Fact]
    public async Task Retires_OnlyHisHouseholdsMove_EachOnce_AlsoWhenTheMessageComesTwice()
    {
        var (before, versions) = (await PanelsAsync(), await VersionsAsync());
        var his = before[Physicians[0]];
        Assert.NotEmpty(his);

        await KeepAsync(PhysicianState.Retired);
        await App.Get<MessageSender>().SendAsync(new RosterChanged(Some.Township, Physicians[0]), CancellationToken.None);
        var after = await MovedAsync();
        await App.Get<RerouteHouseholdsHandler>().HandleAsync(new RosterChanged(Some.Township, Physicians[0]), CancellationToken.None);
        await Pipeline.SettledAsync(App.Storage);

        foreach (var other in Physicians[1..])
        {
            Assert.Subset(after[other], before[other]);
            Assert.InRange(after[other].Count, before[other].Count, 40);
        }

        var now = await VersionsAsync();
        Assert.All(now, household => Assert.Equal(versions[household.Key] + (his.Contains(household.Key) ? 1 : 0), household.Value));
    }

    [Fact]
    public async Task OnLeave_KeepsThePanel_GetsNobodyNew_AndAfterTheReturnNothingMoves()
    {
        var before = await PanelsAsync();
        await KeepAsync(PhysicianState.OnLeave);
        using var worker = await App.HealthWorkerAsync(Some.Township);
        for (var number = 0; number < 6; number++)
        {
            await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        }
        await KeepAsync(PhysicianState.Active);
        await App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        await Pipeline.SettledAsync(App.Storage);

        var after = await PanelsAsync();
        Assert.Equal(before[Physicians[0]], after[Physicians[0]]);
        Assert.Equal(Households + 6, after.Values.Sum(panel => panel.Count));
    }

    [Fact]
    public async Task HouseholdThatCameToHimJustThen_IsFoundWhenPanelsAreCounted()
    {
        // The roster says so, and nobody was told: as when a host routed by what it remembered of the roster.
        Assert.True(PhysicianId.TryParse(Physicians[0], out var id));
        var stored = (await App.Get<PhysicianTable>().FindAsync(id, CancellationToken.None))!;
        Assert.True(
            await App.Get<PhysicianTable>()
                .ReplaceAsync(stored, stored.Physician with { State = PhysicianState.Retired }, CancellationToken.None)
        );

        await App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);

        Assert.Equal(Households, (await MovedAsync()).Values.Sum(panel => panel.Count));
    }

    [Fact]
    public async Task RoomOfTheOthersIsRespected_WhoDoesNotFitWaitsForSomebody()
    {
        var before = await PanelsAsync();
        var room = 0;
        foreach (var other in Physicians[1..])
        {
            // Two places each; panels were not counted since, so only the hosts know whom they have placed.
            await SizeAsync(other, before[other].Count + 2);
            room += 2;
        }

        await KeepAsync(PhysicianState.Retired);
        await MovedAsync();
        await Pipeline.SettledAsync(App.Storage);

        var after = await PanelsAsync();
        Assert.All(Physicians[1..], other => Assert.Equal(before[other].Count + 2, after[other].Count));
        var villages = await VillagesAsync();
        Assert.Equal(before[Physicians[0]].Count - room, villages.Count(village => village.Status is HouseholdStatus.Unrouted));
    }

    [Fact]
    public async Task HostDiesWhileThePanelMoves_TheNextOneEndsIt()
    {
        var before = await PanelsAsync();
        await App.DisposeAsync();
        using (var host = HostProcess.Start(App.Storage, Scene.KeyFile, Quick))
        {
            using var bystander = new Bystander(App.Storage, Scene.KeyFile, Quick);
            await bystander
                .Get<SavePhysicianHandler>()
                .HandleAsync(Enter(PhysicianState.Retired, 40), version: null, CancellationToken.None);
            await Eventually.SeesAsync(
                async () => (await bystander.Get<WorklistTable>().PanelAsync(Physicians[0])).Count,
                count => count < before[Physicians[0]].Count
            );
            await host.CrashAsync();
            await Eventually.SeesAsync(
                async () => (await bystander.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(Physicians[0]))).Count,
                count => count == 0,
                TimeSpan.FromMinutes(2)
            );
            await Pipeline.SettledAsync(App.Storage, TimeSpan.FromMinutes(2));
        }

        await Scene.StartAgainAsync();
        var after = await PanelsAsync();
        Assert.Equal(Households, after.Values.Sum(panel => panel.Count));
        Assert.All(Physicians[1..], other => Assert.Subset(after[other], before[other]));
    }

    private static readonly Dictionary<string, string> Quick = new()
    {
        ["LocalHost:MessageLease"] = "00:00:05",
        ["Roster:KeptFor"] = "00:00:00",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost:extensions:queues:batchSize"] = "1",
        ["AzureFunctionsJobHost:logging:logLevel:default"] = "Warning",
    };

    private static PhysicianRequest Enter(PhysicianState state, int size, string? id = null) =>
        new(id ?? Physicians[0], "医师", ["generalPractice"], Some.Township, "示范医院", size, null, state);

    private async Task KeepAsync(PhysicianState state) =>
        Assert.Equal(
            SavePhysicianOutcome.Changed,
            (await App.Get<SavePhysicianHandler>().HandleAsync(Enter(state, 40), version: null, CancellationToken.None)).Outcome
        );

    private async Task SizeAsync(string id, int size)
    {
        Assert.True(PhysicianId.TryParse(id, out var parsed));
        await App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        var result = await App.Get<SavePhysicianHandler>()
            .HandleAsync(Enter(PhysicianState.Active, size, id), version: null, CancellationToken.None);
        Assert.Equal(parsed, result.Physician!.Id);
    }

    private async Task<Dictionary<string, HashSet<string>>> MovedAsync()
    {
        var panels = await Eventually.SeesAsync(PanelsAsync, panels => panels[Physicians[0]].Count == 0);
        await Pipeline.SettledAsync(App.Storage);
        Assert.Empty(await App.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(Physicians[0])));
        return panels.Count == 0 ? panels : await PanelsAsync();
    }

    private Task<Dictionary<string, HashSet<string>>> PanelsAsync() => PanelsAsync(App);

    private static async Task<Dictionary<string, HashSet<string>>> PanelsAsync(AppUnderTest app)
    {
        var panels = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var id in Physicians)
        {
            panels[id] = [.. (await app.Get<WorklistTable>().PanelAsync(id)).Select(household => household.Household.Value)];
        }

        return panels;
    }

    private async Task<Dictionary<string, int>> VersionsAsync() =>
        (await VillagesAsync()).ToDictionary(listed => listed.Household.Id.Value, listed => listed.Household.Version);

    private async Task<IReadOnlyList<VillageHousehold>> VillagesAsync()
    {
        var households = new List<VillageHousehold>();
        await foreach (var household in App.Get<VillageTable>().ListByRegionAsync(Some.Township, CancellationToken.None))
        {
            households.Add(household);
        }
        return households;
    }

    /// <summary>An account that outlives its first host, with the three and all households on their panels.</summary>
    public sealed class PanelsScene : IAsyncDisposable
    {
        private PanelsScene(AppUnderTest app, string keyFile) => (App, KeyFile) = (app, keyFile);

        public AppUnderTest App { get; private set; }

        public string KeyFile { get; }

        public static async Task<PanelsScene> StartAsync()
        {
            var keyFile = Path.Combine(Path.GetTempPath(), $"alleviation-retirement-{Guid.NewGuid():N}.json");
            return await AppUnderTest
                .StartAsync(storage: await Azurite.NewAccountAsync(), keyFile: keyFile)
                .ThenAsync(async app =>
                {
                    await EnrolAsync(app);
                    return new PanelsScene(app, keyFile);
                });
        }

        /// <summary>Another host on the same account, after the one before has ended.</summary>
        public async Task StartAgainAsync() => App = await AppUnderTest.StartAsync(storage: App.Storage, keyFile: KeyFile);

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            File.Delete(KeyFile);
        }

        private static async Task EnrolAsync(AppUnderTest app)
        {
            foreach (var id in Physicians)
            {
                await app.HasPhysicianAsync(id, Some.Township, panelSize: 40);
            }
            using var worker = await app.HealthWorkerAsync(Some.Township);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Households),
                new ParallelOptions { MaxDegreeOfParallelism = 6 },
                async (_, _) => await worker.EnrolsAsync(Some.Household())
            );
            await Eventually.SeesAsync(() => PanelsAsync(app), panels => panels.Values.Sum(panel => panel.Count) == Households);
            await Pipeline.SettledAsync(app.Storage);
        }
    }
}
