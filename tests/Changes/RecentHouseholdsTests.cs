using System.Net;
using Alleviation.Functions.Changes;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Changes;

/// <summary>A change is built on what its service has just read. Another service on the same storage may have changed it since.</summary>
public sealed class RecentHouseholdsTests() : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
    private const string Successor = "P441402004-02";

    [Fact]
    public async Task WhoeverSavesOnAPageJustOpened_HasNothingReadAgain()
    {
        await OpensThePageAsync();
        Assert.Equal(0, await ReadsAsync(() => Scene.SavesAsync()));
        Assert.Equal(0, await ReadsAsync(() => Scene.SavesAsync()));
    }

    [Fact]
    public async Task WhatIsKept_IsWhatIsStored_WhateverWasChanged()
    {
        await OpensThePageAsync();
        await IsAsStoredAsync();
        await Scene.SavesAsync("""{"systolic":190,"diastolic":115}""");
        await IsAsStoredAsync();
        var questioned = await ChangeAsync(Scene.App, partition => Asked(partition.Household, "1"));
        await IsAsStoredAsync();
        Assert.Contains(questioned.Tasks, task => task.Reference == "1");
        await Scene
            .App.Get<HouseholdChanges>()
            .ChangeAsync(
                Scene.Household,
                partition =>
                    HouseholdUpdate.Of(
                        true,
                        partition.Household,
                        VisitLog.StoredAs.Of(1).Remove(),
                        Member.StoredAs.Of(1).Put(partition.Find(Member.StoredAs.Of(1))! with { Name = "改名" })
                    ),
                CancellationToken.None
            );
        await IsAsStoredAsync();
        var kept = Scene.App.Get<HouseholdTable>().Recall(Scene.Household)!;
        Assert.Null(kept.Find(VisitLog.StoredAs.Of(1)));
        Assert.Equal("改名", kept.Find(Member.StoredAs.Of(1))!.Name);
    }

    [Fact]
    public async Task WhatAnotherServiceChanged_IsNotLost_AndForAMinuteEverythingIsRead()
    {
        await using var other = await AnotherAsync();
        await Scene.SavesAsync();
        await ChangeAsync(other, partition => Asked(partition.Household, "1"));

        var changed = await ChangeAsync(Scene.App, partition => Asked(partition.Household, "2"));
        Assert.Equal(["1", "2"], changed.Tasks.Where(task => task.Kind == "question").Select(task => task.Reference).Order());
        Assert.Equal(changed.Version, (await Scene.HouseholdAsync()).Version);
        Assert.Null(Scene.App.Get<HouseholdTable>().Recall(Scene.Household));
        Assert.NotEqual(0, await ReadsAsync(() => Scene.SavesAsync()));

        await Pipeline.SettledAsync(Scene.App.Storage);
        Assert.Equal(
            ["1", "2"],
            (await Scene.HouseholdAsync()).Tasks.Select(task => task.Reference).Where(reference => reference.Length == 1)
        );
    }

    [Fact]
    public async Task WhoeverCaredForThePersonBefore_IsRefused_AsSoonAsAnotherServiceHasHandedThemOver()
    {
        await using var other = await AnotherAsync();
        await Scene.App.HasPhysicianAsync(Successor, Some.Township);
        var successor = await Scene.App.PhysicianAsync(Successor);
        await OpensThePageAsync();
        using (var refused = await Scene.VisitsAsync("hypertension", by: successor))
        {
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        await ChangeAsync(other, partition => partition.Household with { PhysicianId = Successor, Team = [] });

        var version = (await Scene.HouseholdAsync()).Version;
        using var former = await Scene.VisitsAsync("hypertension", by: Scene.Physician);
        Assert.Equal(HttpStatusCode.NotFound, former.StatusCode);
        Assert.Equal(version, (await Scene.HouseholdAsync()).Version);
        using var next = await Scene.VisitsAsync("hypertension", by: successor);
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
    }

    [Fact]
    public async Task WhoeverIsCaringSinceAnotherServiceSaidSo_IsNotRefusedForWhatWasReadBefore()
    {
        await using var other = await AnotherAsync();
        await Scene.App.HasPhysicianAsync(Successor, Some.Township);
        var successor = await Scene.App.PhysicianAsync(Successor);
        await OpensThePageAsync();
        await ChangeAsync(other, partition => partition.Household with { PhysicianId = Successor, Team = [] });
        using var saved = await Scene.VisitsAsync("hypertension", by: successor);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
    }

    [Fact]
    public async Task TheSameVisitSentToTwoServices_IsSavedOnce()
    {
        await using var other = await AnotherAsync();
        await OpensThePageAsync();
        var (id, at) = (SomeVisit.Id(), Scene.Clock.GetUtcNow());
        using var elsewhere = await other.HealthWorkerAsync(Some.Township);
        using var first = await Scene.VisitsAsync("hypertension", id: id, at: at, by: elsewhere);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var version = (await Scene.HouseholdAsync()).Version;
        using var again = await Scene.VisitsAsync("hypertension", id: id, at: at);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(version, (await Scene.HouseholdAsync()).Version);
    }

    [Fact]
    public async Task WhatAFamilyIsToldBeforeTheCommit_IsDecidedOnWhatIsThere()
    {
        await Scene.SavesAsync();
        Assert.Equal(
            1,
            await ReadsAsync(() =>
                Scene
                    .App.Get<HouseholdChanges>()
                    .ChangeAsync(
                        Scene.Household,
                        partition =>
                            HouseholdUpdate.Of(true, Asked(partition.Household, "1")) with
                            {
                                Reminders = [new Reminder(ReminderKind.VisitTomorrow, "20261124", 1)],
                            },
                        CancellationToken.None
                    )
            )
        );
    }

    [Fact]
    public async Task WhatWasReadBeforeRowsOfAPersonWereTakenAway_IsNotCommitted()
    {
        var households = Scene.App.Get<HouseholdTable>();
        await Scene.SavesAsync();
        var read = (await households.ReadAsync(Scene.Household, CancellationToken.None))!;
        await households.ClearAsync(Scene.Household, [VisitLog.StoredAs.Of(1).Value], CancellationToken.None);

        var next = read.Household.After(read.Household);
        Assert.Null(
            await households.CommitAsync(read.Stored, next, [], new HouseholdChanged(next.Id.Value, next.Version), CancellationToken.None)
        );
        var now = (await households.ReadAsync(Scene.Household, CancellationToken.None))!;
        Assert.Equal(read.Household.Version, now.Household.Version);
        Assert.Equal(read.Documents.Count - 1, now.Documents.Count);
    }

    private static Household Asked(Household household, string question) =>
        household with
        {
            Tasks =
            [
                .. household.Tasks,
                new HouseholdTask("question", question, 1, new DateOnly(2026, 11, 24), For: household.PhysicianId),
            ],
        };

    private Task<AppUnderTest> AnotherAsync() => AppUnderTest.StartAsync(Scene.Clock, Scene.App.Storage, Scene.App.KeyFile);

    private async Task OpensThePageAsync()
    {
        using var page = await Scene.Worker.GetAsync($"/api/households/{Scene.Household}/members/1");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private async Task<Household> ChangeAsync(AppUnderTest app, Func<HouseholdPartition, Household> change) =>
        (
            await app.Get<HouseholdChanges>()
                .ChangeAsync(Scene.Household, partition => HouseholdUpdate.Of(true, change(partition)), CancellationToken.None)
        )!.Household;

    private async Task IsAsStoredAsync()
    {
        var households = Scene.App.Get<HouseholdTable>();
        var kept = households.Recall(Scene.Household);
        var stored = (await households.ReadAsync(Scene.Household, CancellationToken.None))!;
        Assert.NotNull(kept);
        Assert.Equal((stored.Stored.Tag, stored.Stored.CommitId), (kept.Stored.Tag, kept.Stored.CommitId));
        Assert.Equal(stored.Shown?.Tag, kept.Shown?.Tag);
        Assert.Equivalent(stored.Household, kept.Household, strict: true);
        Assert.Equal(Texts(stored), Texts(kept));

        static IEnumerable<string> Texts(HouseholdPartition partition) =>
            partition.Documents.Select(document => $"{document.Key} {document.ReadJson().Document.ToJsonString()}");
    }

    /// <summary>How many range reads it took: of households there is no other.</summary>
    private async Task<long> ReadsAsync(Func<Task> act)
    {
        await Pipeline.SettledAsync(Scene.App.Storage);
        var before = Queries();
        await act();
        return Queries() - before;
    }

    private long Queries() => Scene.App.Get<StorageCalls>().Counts.GetValueOrDefault("table query");
}
