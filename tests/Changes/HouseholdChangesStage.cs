using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Changes;

/// <summary>A household that is changed, and what its lists show of it.</summary>
public abstract class HouseholdChangesStage() : WithScene<CareScene>(StartAsync)
{
    private static Task<CareScene> StartAsync() =>
        CareScene
            .StartAsync(
                settings: new Dictionary<string, string?>
                {
                    ["Changes:ShownWithin"] = "00:00:05",
                    ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:05",
                }
            )
            .ThenAsync(async scene =>
            {
                await Pipeline.SettledAsync(scene.App.Storage);
                return scene;
            });

    private protected static readonly Guest Looking = new(CareScene.County, "referral:1");

    private protected static HouseholdTask Task(string kind, string? physician) =>
        new(kind, "1", 1, new DateOnly(2026, 11, 24), For: physician);

    private protected async Task ChangeAsync(Func<Household, Household> change) =>
        Assert.NotNull(
            await Scene
                .App.Get<HouseholdChanges>()
                .ChangeAsync(Scene.Household, partition => HouseholdUpdate.Of(true, change(partition.Household)), CancellationToken.None)
        );

    private protected async Task<ProjectionState> MarkAsync() =>
        (await Scene.App.Get<ProjectionTable>().FindAsync(Scene.Household, CancellationToken.None))!.Views;

    private protected Task<IReadOnlyList<ListedHousehold>> PanelAsync(string physician) =>
        Scene.App.Get<WorklistTable>().PanelAsync(physician);

    private protected Task<IReadOnlyList<WorklistLine>> LinesAsync(string physician) =>
        Scene.App.Get<ListWorklistHandler>().AllAsync(WorklistReading.OwnerOf(physician));

    private protected long Calls() =>
        Scene.App.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value);
}
