using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Referrals;
using Alleviation.Tests.Enrolment;
using Alleviation.Tests.Records;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Referrals;

/// <summary>What happens to a household and its people reaches the ledgers of referrals, whatever breaks off in between.</summary>
public sealed class ReferralLedgerFollowsTests() : WithScene<MovingScene>(StartAsync)
{
    private static Task<MovingScene> StartAsync() =>
        MovingScene
            .StartAsync()
            .ThenAsync(async scene =>
            {
                MovingScene.Members(scene.B).RemoveAt(MovingScene.InB - 1);
                await scene.EntersBAsync();
                await scene.Worker.ListedAsync(scene.AtB);
                await scene.HasHistoryAsync();
                await Pipeline.SettledAsync(scene.App.Storage);
                return scene;
            });

    // status, and where she is: in the ledger of the township, and of the physician who was asked.
    [Theory]
    [InlineData("nothing", "sent A2", "sent A2")]
    [InlineData("death", "withdrawn A2", "withdrawn")]
    [InlineData("joinsAnother", "sent B3", "sent B3")]
    [InlineData("splits", "sent C1", "sent C1")]
    [InlineData("merges", "sent B3", "sent B3")]
    [InlineData("movesToAnotherVillage", "sent A2", "sent A2")]
    public async Task EventOfLife_ReachesTheLedgers(string happened, string ofTownship, string ofReceiver)
    {
        var atC = await LifeEvents.HappensAsync(Scene, happened);
        await Pipeline.SettledAsync(Scene.App.Storage);

        Assert.Equal([ofTownship], (await LinesAsync(Scene.Worker, $"/api/regions/{Some.Township}/referrals")).Select(CellOf));
        Assert.Equal(
            [ofReceiver],
            (await LinesAsync(Scene.SpecialistClient, $"/api/physicians/{MovingScene.Specialist}/referrals")).Select(CellOf)
        );

        string CellOf(JsonElement line)
        {
            var status = line.GetProperty("status").GetString();
            if (!line.TryGetProperty("householdId", out var household))
            {
                return status!;
            }
            var id = household.GetString()!;
            var letter =
                Scene.AtA.ToString().EndsWith(id, StringComparison.Ordinal) ? 'A'
                : Scene.AtB.ToString().EndsWith(id, StringComparison.Ordinal) ? 'B'
                : atC!.ToString().EndsWith(id, StringComparison.Ordinal) ? 'C'
                : '?';
            return $"{status} {letter}{line.GetProperty("member").GetInt32()}";
        }
    }

    [Fact]
    public async Task WhatIsOverAlready_GoesAlongWithThePerson()
    {
        var open = (await LinesAsync(Scene.Worker, $"/api/regions/{Some.Township}/referrals"))[0].GetProperty("id").GetString();
        await Scene.Worker.PostsAsync(Scene.OfA($"referrals/{open}/withdrawal"), new { reason = "已缓解" });

        await LifeEvents.HappensAsync(Scene, "joinsAnother");
        await Pipeline.SettledAsync(Scene.App.Storage);

        var line = Assert.Single(await LinesAsync(Scene.Worker, $"/api/regions/{Some.Township}/referrals"));
        Assert.Equal(MovingScene.InB, line.GetProperty("member").GetInt32());
        Assert.EndsWith(line.GetProperty("householdId").GetString()!, Scene.AtB.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostThatDiesBeforeTheLedgerIsShown_IsMadeGoodByTheMessage_AndTwiceIsOnce()
    {
        var table = Scene.App.Get<TableServiceClient>().GetTableClient(ReferralLedgerTable.Name);
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            await table.DeleteEntityAsync(row);
        }
        Assert.Empty(await LinesAsync(Scene.Worker, $"/api/regions/{Some.Township}/referrals"));
        var household = await Scene.HouseholdAsync(Scene.AtA);
        var message = new HouseholdChanged(household.Id.Value, household.Version);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Scene
                .App.Get<ProjectHouseholdHandler>()
                .HandleAsync(new Delivery<HouseholdChanged>(message, false), CancellationToken.None);
        }

        Assert.Single(await LinesAsync(Scene.Worker, $"/api/regions/{Some.Township}/referrals"));
        Assert.Single(await LinesAsync(Scene.SpecialistClient, $"/api/physicians/{MovingScene.Specialist}/referrals"));
    }

    private static async Task<List<JsonElement>> LinesAsync(HttpClient by, string address) =>
        [.. (await by.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];
}
