using System.Globalization;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Changes;

/// <summary>The commit of a change marks what the lists will show. Here the host dies before it shows it.</summary>
public sealed class MarkedBeforehandTests : HouseholdChangesStage
{
    private static readonly TimeSpan NotInThisTest = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task WhatWasMarkedAndNotShown_IsShownByTheMessage()
    {
        await DiesAfterCommitAsync(Asked("1"), messageAfter: null);
        await Pipeline.SettledAsync(Scene.App.Storage);
        Assert.Equal(["1"], await QuestionsAsync());
    }

    [Fact]
    public async Task TheNextChange_ShowsAll_ThoughNothingStandsWhereTheMarkSays()
    {
        await DiesAfterCommitAsync(Asked("1"), NotInThisTest);
        await ChangeAsync(Asked("2"));
        Assert.Equal(["1", "2"], await QuestionsAsync());
    }

    [Fact]
    public async Task TheNextChangeThatNoListShows_LeavesItToTheMessage_WhichShowsAll()
    {
        var message = await DiesAfterCommitAsync(Asked("1"), NotInThisTest);
        await ChangeAsync(household => household);
        var handler = Scene.App.Get<ProjectHouseholdHandler>();
        Assert.False(await handler.IsDoneAsync(message, CancellationToken.None));

        await handler.HandleAsync(new Delivery<HouseholdChanged>(message, IsLast: false), CancellationToken.None);
        Assert.Equal(["1"], await QuestionsAsync());
        Assert.True(await handler.IsDoneAsync(message, CancellationToken.None));
    }

    [Fact]
    public async Task WhoeverIsLate_DoesNotOverwriteWhatCameAfter()
    {
        await ChangeAsync(Asked("1"));
        var before = await MarkAsync();
        var late = await DiesAfterCommitAsync(Asked("2"), NotInThisTest);
        var household = (await Scene.App.Get<HouseholdTable>().FindAsync(Scene.Household, CancellationToken.None))!.Household;
        await ChangeAsync(Asked("3"));

        Assert.Equal(late.HouseholdVersion, household.Version);
        var rows = Scene.App.Get<WorklistTable>().RowsOf(CareScene.Responsible, household);
        Assert.False(await rows.ShowAsync(before.Lists[CareScene.Responsible], CancellationToken.None));
        Assert.Equal(["1", "2", "3"], await QuestionsAsync());
    }

    [Fact]
    public async Task WhatWasShownBeforeThereWereTokens_IsReplaced()
    {
        await ChangeAsync(Asked("1"));
        var (households, worklists) = (Table(HouseholdTable.Name), Table(WorklistTable.Name));
        TableEntity mark = await households.GetEntityAsync<TableEntity>(Scene.Household.Value, "1:projected");
        // As an older program wrote them: the mark has entity tags, the row that guards has no content, and there is no token.
        mark["Views"] = """v1 {"lists":{"PHYSICIAN":LIST},"village":LIST}"""
            .Replace("LIST", """{"villageCode":"VILLAGE","tag":"a","lines":[]}""", StringComparison.Ordinal)
            .Replace("PHYSICIAN", CareScene.Responsible, StringComparison.Ordinal)
            .Replace("VILLAGE", Some.Village, StringComparison.Ordinal);
        await households.UpdateEntityAsync(mark, mark.ETag, TableUpdateMode.Replace);
        var rows = await worklists.QueryAsync<TableEntity>(row => row.PartitionKey == CareScene.Responsible).ToListAsync();
        var token = Assert.Single(rows, row => row.RowKey.StartsWith("2:", StringComparison.Ordinal));
        await worklists.DeleteEntityAsync(token);
        var guard = Assert.Single(rows, row => row.RowKey.StartsWith("0:", StringComparison.Ordinal));
        guard.Remove("Content");
        await worklists.UpdateEntityAsync(guard, guard.ETag, TableUpdateMode.Replace);

        await ChangeAsync(Asked("2"));
        Assert.Equal(["1", "2"], await QuestionsAsync());
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(await QuestionsAsync());
    }

    [Fact]
    public async Task OneTokenStandsForEachHouseholdOnAList_HoweverOftenItIsShown()
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            await ChangeAsync(Asked(number.ToString(CultureInfo.InvariantCulture)));
        }
        await Pipeline.SettledAsync(Scene.App.Storage);
        var worklists = Table(WorklistTable.Name);
        var keys = await worklists
            .QueryAsync<TableEntity>(row => row.PartitionKey == CareScene.Responsible)
            .Select(row => row.RowKey)
            .ToListAsync();
        Assert.Single(keys, key => key.StartsWith("0:", StringComparison.Ordinal));
        Assert.Single(keys, key => key.StartsWith("2:", StringComparison.Ordinal));
    }

    private static Func<Household, Household> Asked(string question) =>
        household => household with { Tasks = [.. household.Tasks, Task("question", CareScene.Responsible) with { Reference = question }] };

    /// <summary>Commits as a change does, and shows nothing.</summary>
    private async Task<HouseholdChanged> DiesAfterCommitAsync(Func<Household, Household> change, TimeSpan? messageAfter)
    {
        var households = Scene.App.Get<HouseholdTable>();
        var read = (await households.ReadAsync(Scene.Household, CancellationToken.None))!;
        var next = change(read.Household).After(read.Household);
        var mark = Scene.App.Get<HouseholdViews>().Of(next, read.Shown).ExpectedMark;
        Assert.NotNull(mark);
        var message = new HouseholdChanged(next.Id.Value, next.Version);
        Assert.NotNull(await households.CommitAsync(read.Stored, next, [], message, CancellationToken.None, messageAfter, mark));
        return message;
    }

    private async Task<IEnumerable<string?>> QuestionsAsync() =>
        Assert
            .Single(await LinesAsync(CareScene.Responsible), line => line.Member == 1)
            .Tasks.Where(task => task.Kind == "question")
            .Select(task => task.Reference)
            .Order();

    private TableClient Table(string name) => new TableServiceClient(Scene.App.Storage.ConnectionString).GetTableClient(name);
}
