using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Changes;

/// <summary>What every later change can rely on, whatever it is.</summary>
public sealed class HouseholdChangesTests : IAsyncLifetime
{
    private const string Responsible = "P441402004-01";
    private const string Specialist = "P441402-01";
    private AppUnderTest _app = null!;
    private HouseholdId _household;

    public async Task InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["Changes:ShownWithin"] = "00:00:02",
                ["Coverage:Delay"] = "00:10:00",
                ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:05",
            }
        );
        await _app.HasPhysicianAsync(Responsible, Some.Township);
        await _app.HasPhysicianAsync(Specialist, Some.County, "psychiatry");
        using var worker = await _app.HealthWorkerAsync(Some.Township);
        var listed = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out _household));
        await Pipeline.SettledAsync(_app.Storage);
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task Change_IsOnTheListsWhenItsAnswerComes()
    {
        await ChangeAsync(household => household with { Tasks = [Task("question", Responsible)] });

        var line = Assert.Single(await LinesAsync(Responsible), line => line.Member == 1);
        Assert.Equal("question", Assert.Single(line.Tasks).Kind);
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(Assert.Single(await LinesAsync(Responsible), line => line.Member == 1).Tasks);
        using var worker = await _app.HealthWorkerAsync(Some.Township);
        Assert.Equal(
            "listed",
            (await worker.GetFromJsonAsync<JsonElement>($"/api/households/{_household}")).GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task TaskOfAnother_StandsOnTheirListUntilItIsDone_AndCountsForNoPanel()
    {
        await ChangeAsync(household => household with { Tasks = [Task("referral", Specialist)], Guests = [Looking] });

        Assert.Empty(Assert.Single(await LinesAsync(Specialist)).FollowUps);
        Assert.Empty(await PanelAsync(Specialist));
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(await LinesAsync(Specialist));
        Assert.Single(await PanelAsync(Responsible));
    }

    [Fact]
    public async Task TaskForTheVillage_StandsOnTheListOfItsHealthWorkers()
    {
        await ChangeAsync(household => household with { Tasks = [Task("appointment", physician: null)] });

        using var worker = await _app.HealthWorkerAsync(Some.Village);
        var list = await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Village}/worklist?kind=appointment");
        Assert.Equal(1, list.GetProperty("items")[0].GetProperty("member").GetInt32());
        Assert.Empty(
            (await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Village}/worklist?kind=referral"))
                .GetProperty("items")
                .EnumerateArray()
        );
        Assert.DoesNotContain(await LinesAsync(Responsible), line => line.Tasks.Count > 0);
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
                            Tasks = [.. household.Tasks, Task("question", Responsible) with { Reference = $"{number}" }],
                        }
                    )
                )
        );
        await Pipeline.SettledAsync(_app.Storage);

        var line = Assert.Single(await LinesAsync(Responsible), line => line.Member == 1);
        Assert.Equal(["1", "2", "3", "4"], line.Tasks.Select(task => task.Reference).Order());
    }

    [Fact]
    public async Task HostThatDiesBeforeItShowsAChange_LeavesAMessageThatShowsIt()
    {
        var households = _app.Get<HouseholdTable>();
        var read = (await households.FindAsync(_household, CancellationToken.None))!;
        var next = (read.Household with { Tasks = [Task("question", Specialist)], Guests = [Looking] }).After(read.Household);

        Assert.NotNull(
            await households.CommitAsync(
                read,
                next,
                [],
                new HouseholdChanged(_household.Value, next.Version, IsShown: true),
                CancellationToken.None
            )
        );
        await Pipeline.SettledAsync(_app.Storage);

        Assert.Single(await LinesAsync(Specialist));
    }

    [Fact]
    public async Task HostThatDiesAfterItEnteredAList_LeavesNoLineThereForEver()
    {
        var before = (await _app.Get<HouseholdTable>().FindAsync(_household, CancellationToken.None))!.Household;
        var never = (before with { Tasks = [Task("question", Specialist)], Guests = [Looking] }).After(before);
        await ChangeAsync(household => household with { Tasks = [Task("question", Specialist)], Guests = [Looking] });
        await ChangeAsync(household => household with { Tasks = [] });
        // As the first of the two changes would have left it, had it been slower than the second and then died.
        await _app.Get<WorklistTable>().ShowAsync(Specialist, never, known: null, CancellationToken.None);

        await _app.Get<Functions.Platform.Queues.MessageSender>()
            .SendAsync(new HouseholdChanged(_household.Value, never.Version), CancellationToken.None);
        await Pipeline.SettledAsync(_app.Storage);

        Assert.Empty(await LinesAsync(Specialist));
    }

    [Fact]
    public async Task ChangeThatNoListShows_WritesNoList_AndIsMarkedAsShown()
    {
        await ChangeAsync(household => household with { Tasks = [Task("question", Responsible)] });
        var before = await MarkAsync();

        await ChangeAsync(household => household);

        var after = await MarkAsync();
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Equal(before.Village.Tag, after.Village.Tag);
        Assert.Equal(before.Lists[Responsible].Tag, after.Lists[Responsible].Tag);
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(Assert.Single(await LinesAsync(Responsible), line => line.Member == 1).Tasks);
    }

    [Fact]
    public async Task WhatLooksAsBefore_IsWritten_WhileTheVersionBetweenMayStillCome()
    {
        var households = _app.Get<HouseholdTable>();
        var read = (await households.FindAsync(_household, CancellationToken.None))!;
        var late = (read.Household with { Tasks = [Task("question", Responsible)] }).After(read.Household);
        var known = (await MarkAsync()).Lists[Responsible];
        var message = new HouseholdChanged(_household.Value, late.Version, IsShown: true);
        Assert.NotNull(await households.CommitAsync(read, late, [], message, CancellationToken.None, TimeSpan.FromMinutes(5)));

        // Whoever made that change has shown nothing yet, and the next one makes the household look as it did before it.
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Null(await _app.Get<WorklistTable>().ShowAsync(Responsible, late, known, CancellationToken.None));

        Assert.Empty(Assert.Single(await LinesAsync(Responsible), line => line.Member == 1).Tasks);
    }

    [Fact]
    public async Task Change_CostsAtMostSevenTransactions_WithEverythingThatFollows()
    {
        await ChangeAsync(household => household with { Tasks = [Task("question", Responsible)] });
        await Pipeline.SettledAsync(_app.Storage);

        var before = Calls();
        await ChangeAsync(household => household with { Tasks = [] });
        await Pipeline.SettledAsync(_app.Storage);

        Assert.InRange(Calls() - before, 1, 7);
    }

    private static readonly Guest Looking = new(Specialist, "referral:1");

    private static HouseholdTask Task(string kind, string? physician) => new(kind, "1", 1, new DateOnly(2026, 11, 24), For: physician);

    private async Task ChangeAsync(Func<Household, Household> change) =>
        Assert.NotNull(
            await _app.Get<HouseholdChanges>()
                .ChangeAsync(_household, partition => HouseholdUpdate.Of(true, change(partition.Household)), CancellationToken.None)
        );

    private async Task<ProjectionState> MarkAsync() =>
        (await _app.Get<ProjectionTable>().FindAsync(_household, CancellationToken.None))!.Views;

    private Task<IReadOnlyList<ListedHousehold>> PanelAsync(string physician) => _app.Get<WorklistTable>().PanelAsync(physician);

    private Task<IReadOnlyList<WorklistLine>> LinesAsync(string physician) =>
        _app.Get<ListWorklistHandler>().AllAsync(WorklistReading.OwnerOf(physician));

    private long Calls() => _app.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value);
}
