using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Xunit.Abstractions;

namespace Alleviation.Tests.Changes;

/// <summary>Visits to many households at a time: what each needs of storage becomes less, and nothing is left out.</summary>
public sealed class ChangesAtATimeTests(ITestOutputHelper output) : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
    private const int AtATime = 8;
    private const int Rounds = 4;

    [Fact]
    public async Task TheyShareCalls_AndEachIsSavedShownAndOnRecord()
    {
        var households = await Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => EnrolAsync()));
        await Task.WhenAll(households.Select(household => SaveAsync(household, 150)));
        await Pipeline.SettledAsync(Scene.App.Storage);

        var before = Calls();
        await Task.WhenAll(
            households.Select(async household =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    await SaveAsync(household, 150 + round);
                }
            })
        );
        await Pipeline.SettledAsync(Scene.App.Storage);
        var calls = (Calls() - before) / (double)(AtATime * Rounds);

        output.WriteLine($"{calls:F2} calls a visit");
        // Five for one that comes alone.
        Assert.InRange(calls, 3, 4.5);
        foreach (var household in households)
        {
            var partition = await Scene.App.Get<HouseholdTable>().ReadAsync(household, CancellationToken.None);
            Assert.Equal(partition!.Household.Version, partition.Shown!.Views.Version);
            var entries = await Scene
                .App.Get<HouseholdDocuments>()
                .ListAsync(household, Functions.FollowUps.Visit.StoredAs.AllPastOf(1), int.MaxValue, CancellationToken.None);
            Assert.Equal(Rounds + 1, entries.Count);
        }
        var tables = new TableServiceClient(Scene.App.Storage.ConnectionString);
        var records = await ChangeRecords.AreInTheAuditAsync(tables, Scene.App.Get<HouseholdDocuments>(), households);
        Assert.Equal(AtATime * (Rounds + 2), records);
    }

    private async Task<HouseholdId> EnrolAsync()
    {
        var listed = await Scene.Worker.ListedAsync(await Scene.Worker.EnrolsAsync(Some.Household(Some.Village)));
        Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var household));
        return household;
    }

    private async Task SaveAsync(HouseholdId household, int systolic)
    {
        var body = SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow(), $$"""{"systolic":{{systolic}}}""");
        using var answer = await Scene.Worker.PutAsJsonAsync($"/api/households/{household}/members/1/visits/{SomeVisit.Id()}", body);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private long Calls() => Scene.App.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value);
}
