using Alleviation.Functions.Physicians;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Transfers.RetirementScene;

namespace Alleviation.Tests.Transfers;

/// <summary>A host dies while the panel of a physician who goes moves to the others.</summary>
public sealed class RetirementCrashTests() : WithScene<RetirementScene>(RetirementScene.StartAsync)
{
    private AppUnderTest App => Scene.App;

    [Fact]
    public async Task HostDiesWhileThePanelMoves_TheNextOneEndsIt()
    {
        var before = await Scene.PanelsAsync();
        await App.DisposeAsync();
        using (var host = HostProcess.Start(App.Storage, Scene.KeyFile, Quick))
        {
            using var bystander = new Bystander(App.Storage, Scene.KeyFile, Quick);
            await bystander
                .Get<SavePhysicianHandler>()
                .HandleAsync(Enter(PhysicianState.Retired, 40), version: null, CancellationToken.None);
            await Eventually.SeesAsync(
                async () => (await bystander.Get<WorklistTable>().PanelAsync(PhysicianIds[0])).Count,
                count => count < before[PhysicianIds[0]].Count
            );
            await host.CrashAsync();
            await Eventually.SeesAsync(
                async () => (await bystander.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(PhysicianIds[0]))).Count,
                count => count == 0,
                TimeSpan.FromMinutes(2)
            );
            await Pipeline.SettledAsync(App.Storage, TimeSpan.FromMinutes(2));
        }

        await Scene.StartAgainAsync();
        var after = await Scene.PanelsAsync();
        Assert.Equal(HouseholdCount, after.Values.Sum(panel => panel.Count));
        Assert.All(PhysicianIds[1..], other => Assert.Subset(after[other], before[other]));
    }

    private static readonly Dictionary<string, string> Quick = new()
    {
        ["LocalHost:MessageLease"] = "00:00:05",
        ["Roster:KeptFor"] = "00:00:00",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost:extensions:queues:batchSize"] = "1",
        ["AzureFunctionsJobHost:logging:logLevel:default"] = "Warning",
    };
}
