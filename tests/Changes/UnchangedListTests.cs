using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Changes;

/// <summary>Changes after which the lists look as before.</summary>
public sealed class UnchangedListTests : HouseholdChangesStage
{
    [Fact]
    public async Task ChangeThatNoListShows_WritesNoList_AndIsMarkedAsShown()
    {
        await ChangeAsync(household => household with { Tasks = [Task("question", CareScene.Responsible)] });
        var before = await MarkAsync();
        await ChangeAsync(household => household);
        var after = await MarkAsync();
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Equal(before.Village.Version, after.Village.Version);
        Assert.Equal(before.Lists[CareScene.Responsible].Version, after.Lists[CareScene.Responsible].Version);
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.Empty(Assert.Single(await LinesAsync(CareScene.Responsible), line => line.Member == 1).Tasks);
    }

    [Fact]
    public async Task ChangeThatNoListShows_IsDecidedAgain_WhereTheMarkWasWrittenMeanwhile()
    {
        var projections = Scene.App.Get<ProjectionTable>();
        await ChangeAsync(household => household with { Tasks = [] });
        var before = (await projections.FindAsync(Scene.Household, CancellationToken.None))!;
        var asked = 0;
        await ChangeAsync(household =>
        {
            if (asked++ == 0)
            {
                // As a message does that comes twice: the same mark, with another tag.
                var isMarked = projections.MarkAsync(Scene.Household, before.Views, before, CancellationToken.None);
                Assert.True(isMarked.GetAwaiter().GetResult());
            }
            return household;
        });
        Assert.Equal((2, before.Views.Version + 1), (asked, (await MarkAsync()).Version));
    }

    [Fact]
    public async Task WhatLooksAsBefore_IsWritten_WhileTheVersionBetweenMayStillCome()
    {
        var households = Scene.App.Get<HouseholdTable>();
        var read = (await households.FindAsync(Scene.Household, CancellationToken.None))!;
        var late = (read.Household with { Tasks = [Task("question", CareScene.Responsible)] }).After(read.Household);
        var known = (await MarkAsync()).Lists[CareScene.Responsible];
        var message = new HouseholdChanged(Scene.Household.Value, late.Version);
        Assert.NotNull(await households.CommitAsync(read, late, [], message, CancellationToken.None, TimeSpan.FromMinutes(5)));
        // Whoever made that change has shown nothing yet, and the next one makes the household look as it did before it.
        await ChangeAsync(household => household with { Tasks = [] });
        Assert.False(await Scene.App.Get<WorklistTable>().RowsOf(CareScene.Responsible, late).ShowAsync(known, CancellationToken.None));
        Assert.Empty(Assert.Single(await LinesAsync(CareScene.Responsible), line => line.Member == 1).Tasks);
    }
}
