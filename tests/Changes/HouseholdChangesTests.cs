using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Changes;

/// <summary>What every later change can rely on, whatever it is.</summary>
public sealed class HouseholdChangesTests : HouseholdChangesStage
{
    [Fact]
    public async Task Change_IsOnTheListsWhenItsAnswerComes()
    {
        await ChangeAsync(household => household with { Tasks = [Task("question", CareScene.Responsible)] });
        var line = Assert.Single(await LinesAsync(CareScene.Responsible), line => line.Member == 1);
        Assert.Equal("question", Assert.Single(line.Tasks).Kind);
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(Assert.Single(await LinesAsync(CareScene.Responsible), line => line.Member == 1).Tasks);
        using var worker = await Scene.App.HealthWorkerAsync(Some.Township);
        Assert.Equal(
            "listed",
            (await worker.GetFromJsonAsync<JsonElement>($"/api/households/{Scene.Household}")).GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task TaskOfAnother_StandsOnTheirListUntilItIsDone_AndCountsForNoPanel()
    {
        await ChangeAsync(household => household with { Tasks = [Task("referral", CareScene.County)], Guests = [Looking] });
        Assert.Empty(Assert.Single(await LinesAsync(CareScene.County)).FollowUps);
        Assert.Empty(await PanelAsync(CareScene.County));
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(await LinesAsync(CareScene.County));
        Assert.Single(await PanelAsync(CareScene.Responsible));
    }

    [Fact]
    public async Task TaskForTheVillage_StandsOnTheListOfItsHealthWorkers()
    {
        await ChangeAsync(household => household with { Tasks = [Task("appointment", physician: null)] });
        using var worker = await Scene.App.HealthWorkerAsync(Some.Village);
        var list = await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Village}/worklist?kind=appointment");
        Assert.Equal(1, list.GetProperty("items")[0].GetProperty("member").GetInt32());
        Assert.Empty(
            (await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Village}/worklist?kind=referral"))
                .GetProperty("items")
                .EnumerateArray()
        );
        Assert.DoesNotContain(await LinesAsync(CareScene.Responsible), line => line.Tasks.Count > 0);
    }

    [Fact]
    public async Task ChangesAtOnce_AreAllMade_AndTheLastIsShown()
    {
        await System.Threading.Tasks.Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(number =>
                    ChangeAsync(household =>
                        household with
                        {
                            Tasks = [.. household.Tasks, Task("question", CareScene.Responsible) with { Reference = $"{number}" }],
                        }
                    )
                )
        );
        await Pipeline.SettledAsync(Scene.App.Storage);
        var line = Assert.Single(await LinesAsync(CareScene.Responsible), line => line.Member == 1);
        Assert.Equal(["1", "2", "3", "4"], line.Tasks.Where(task => task.Kind == "question").Select(task => task.Reference).Order());
    }

    [Fact]
    public async Task HostThatDiesBeforeItShowsAChange_LeavesAMessageThatShowsIt()
    {
        var households = Scene.App.Get<HouseholdTable>();
        var read = (await households.FindAsync(Scene.Household, CancellationToken.None))!;
        var next = (read.Household with { Tasks = [Task("question", CareScene.County)], Guests = [Looking] }).After(read.Household);
        Assert.NotNull(
            await households.CommitAsync(read, next, [], new HouseholdChanged(Scene.Household.Value, next.Version), CancellationToken.None)
        );
        await Pipeline.SettledAsync(Scene.App.Storage);
        Assert.Single(await LinesAsync(CareScene.County));
    }

    [Fact]
    public async Task HostThatDiesAfterItEnteredAList_LeavesNoLineThereForEver()
    {
        var before = (await Scene.App.Get<HouseholdTable>().FindAsync(Scene.Household, CancellationToken.None))!.Household;
        var never = (before with { Tasks = [Task("question", CareScene.County)], Guests = [Looking] }).After(before);
        await ChangeAsync(household => household with { Tasks = [Task("question", CareScene.County)], Guests = [Looking] });
        await ChangeAsync(household => household with { Tasks = [] });
        // As the first of the two changes would have left it, had it been slower than the second and then died.
        await Scene.App.Get<WorklistTable>().RowsOf(CareScene.County, never).ShowAsync(known: null, CancellationToken.None);
        await Scene
            .App.Get<Functions.Platform.Queues.MessageSender>()
            .SendAsync(new HouseholdChanged(Scene.Household.Value, never.Version), CancellationToken.None);
        await Pipeline.SettledAsync(Scene.App.Storage);
        Assert.Empty(await LinesAsync(CareScene.County));
    }

    [Fact]
    public async Task Change_CostsAtMostFiveTransactions_WithEverythingThatFollows()
    {
        await ChangeAsync(household => household with { Tasks = [Task("question", CareScene.Responsible)] });
        await Pipeline.SettledAsync(Scene.App.Storage);
        var before = Calls();
        await ChangeAsync(household => household with { Tasks = [] });
        await Pipeline.SettledAsync(Scene.App.Storage);
        Assert.InRange(Calls() - before, 1, 5);
    }
}
