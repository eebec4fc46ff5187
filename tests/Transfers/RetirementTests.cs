using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Transfers.RetirementScene;

namespace Alleviation.Tests.Transfers;

/// <summary>One of three physicians goes; sixty households.</summary>
public sealed class RetirementTests() : WithScene<RetirementScene>(RetirementScene.StartAsync)
{
    private AppUnderTest App => Scene.App;

    [Fact]
    public async Task Retires_OnlyHisHouseholdsMove_EachOnce_AlsoWhenTheMessageComesTwice()
    {
        var (before, versions) = (await Scene.PanelsAsync(), await Scene.VersionsAsync());
        var formerPanel = before[PhysicianIds[0]];
        Assert.NotEmpty(formerPanel);
        await KeepAsync(PhysicianState.Retired);
        await App.Get<MessageSender>().SendAsync(new RosterChanged(Some.Township, PhysicianIds[0]), CancellationToken.None);
        var after = await MovedAsync();
        await App.Get<RerouteHouseholdsHandler>().HandleAsync(new RosterChanged(Some.Township, PhysicianIds[0]), CancellationToken.None);
        await Pipeline.SettledAsync(App.Storage);
        foreach (var other in PhysicianIds[1..])
        {
            Assert.Subset(after[other], before[other]);
            Assert.InRange(after[other].Count, before[other].Count, 40);
        }

        var now = await Scene.VersionsAsync();
        Assert.All(
            now,
            household => Assert.Equal(versions[household.Key] + (formerPanel.Contains(household.Key) ? 1 : 0), household.Value)
        );
    }

    [Fact]
    public async Task OnLeave_KeepsThePanel_GetsNobodyNew_AndAfterTheReturnNothingMoves()
    {
        var before = await Scene.PanelsAsync();
        await KeepAsync(PhysicianState.OnLeave);
        using var worker = await App.HealthWorkerAsync(Some.Township);
        for (var number = 0; number < 6; number++)
        {
            await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        }
        await KeepAsync(PhysicianState.Active);
        await App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        await Pipeline.SettledAsync(App.Storage);
        var after = await Scene.PanelsAsync();
        Assert.Equal(before[PhysicianIds[0]], after[PhysicianIds[0]]);
        Assert.Equal(HouseholdCount + 6, after.Values.Sum(panel => panel.Count));
    }

    [Fact]
    public async Task HouseholdThatCameToHimJustThen_IsFoundWhenPanelsAreCounted()
    {
        // The roster says so, and nobody was told: as when a host routed by what it remembered of the roster.
        Assert.True(PhysicianId.TryParse(PhysicianIds[0], out var id));
        var stored = (await App.Get<PhysicianTable>().FindAsync(id, CancellationToken.None))!;
        Assert.True(
            await App.Get<PhysicianTable>()
                .ReplaceAsync(stored, stored.Physician with { State = PhysicianState.Retired }, CancellationToken.None)
        );
        await App.Get<CountPanelsHandler>().HandleAsync(CancellationToken.None);
        Assert.Equal(HouseholdCount, (await MovedAsync()).Values.Sum(panel => panel.Count));
    }

    [Fact]
    public async Task RoomOfTheOthersIsRespected_WhoDoesNotFitWaitsForSomebody()
    {
        var before = await Scene.PanelsAsync();
        var room = 0;
        foreach (var other in PhysicianIds[1..])
        {
            // Two places each; panels were not counted since, so only the hosts know whom they have placed.
            await SizeAsync(other, before[other].Count + 2);
            room += 2;
        }

        await KeepAsync(PhysicianState.Retired);
        await MovedAsync();
        await Pipeline.SettledAsync(App.Storage);
        var after = await Scene.PanelsAsync();
        Assert.All(PhysicianIds[1..], other => Assert.Equal(before[other].Count + 2, after[other].Count));
        var villages = await Scene.VillagesAsync();
        Assert.Equal(before[PhysicianIds[0]].Count - room, villages.Count(village => village.Status is HouseholdStatus.Unrouted));
    }

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
        var panels = await Eventually.SeesAsync(Scene.PanelsAsync, panels => panels[PhysicianIds[0]].Count == 0);
        await Pipeline.SettledAsync(App.Storage);
        Assert.Empty(await App.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(PhysicianIds[0])));
        return panels.Count == 0 ? panels : await Scene.PanelsAsync();
    }
}
