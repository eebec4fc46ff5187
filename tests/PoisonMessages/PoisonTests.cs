using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;

namespace Alleviation.Tests.PoisonMessages;

public sealed class PoisonTests
{
    private const string NobodysHousehold = "00-000000000000000000000000000000";

    private static readonly Dictionary<string, string?> ReturnsAtOnce = new()
    {
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
    };

    [Theory]
    [InlineData("enrolments", "{\"n\":\"enrolment-received\",\"v\":2,\"d\":{}}", "JsonException")]
    [InlineData("care-plans", "{\"n\":\"routing-due\",\"v\":1,\"d\":{\"household\":\"no id\",\"householdVersion\":1}}", "FormatException")]
    [InlineData("changes", "no pointer at all", "JsonException")]
    [InlineData("coverage", "", "JsonException")]
    public async Task MessageThatAlwaysFails_EndsAmongTheProblemsWithItsReason_AndCanBeReplayed(string queue, string text, string reason)
    {
        await using var app = await AppUnderTest.StartAsync(settings: ReturnsAtOnce, keepsPoison: true);
        using var manager = await app.OperatorAsync();

        await app.Get<MessageSender>().SendTextAsync(queue, text, after: null, CancellationToken.None);

        var poisonMessage = await OneProblemAsync(manager);
        Assert.Equal(
            (queue, text, reason),
            (
                poisonMessage.GetProperty("queue").GetString(),
                poisonMessage.GetProperty("text").GetString(),
                poisonMessage.GetProperty("reason").GetString()
            )
        );
        Assert.Equal(0, await WaitingAsync(app, queue));

        using var replayed = await manager.PostAsync(
            $"/api/poison-messages/{queue}/{poisonMessage.GetProperty("id").GetString()}/replay",
            null
        );
        Assert.Equal(System.Net.HttpStatusCode.OK, replayed.StatusCode);
        await OneProblemAsync(manager);
    }

    [Fact]
    public async Task MessageWhoseFaultIsMended_DoesItsWorkWhenReplayed()
    {
        await using var app = await AppUnderTest.StartAsync(settings: ReturnsAtOnce, keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var manager = await app.OperatorAsync();
        var location = await worker.EnrolsAsync(Some.Household());
        var listed = await worker.ListedAsync(location);
        // As if it had been put aside while storage was down, and storage is well again.
        var text = Pointer.Write(new HouseholdChanged(listed.GetProperty("id").GetString()!, listed.GetProperty("version").GetInt32()));
        await app.Get<PoisonMessageTable>().OpenAsync("changes", text, CancellationToken.None);

        using var replayed = await manager.PostAsync("/api/poison-messages/replay", null);

        Assert.Equal(1, (await replayed.JsonAsync()).GetProperty("count").GetInt32());
        await Pipeline.SettledAsync(app.Storage);
        Assert.Empty((await manager.GetFromJsonAsync<JsonElement>("/api/poison-messages")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task MessageWhoseHostEndedEveryTime_GoesBackByItself_AndIsAProblemWhenThatNeverEnds()
    {
        await using var app = await AppUnderTest.StartAsync(settings: ReturnsAtOnce, keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var manager = await app.OperatorAsync();
        var listed = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        var text = Pointer.Write(new HouseholdChanged(listed.GetProperty("id").GetString()!, listed.GetProperty("version").GetInt32()));

        // Put aside by the host, with no failure noted.
        for (var time = 1; time <= 2; time++)
        {
            await app.Get<MessageSender>().SendTextAsync("changes-poison", text, after: null, CancellationToken.None);
            await Pipeline.SettledAsync(app.Storage);
            Assert.Empty((await manager.GetFromJsonAsync<JsonElement>("/api/poison-messages")).GetProperty("items").EnumerateArray());
        }

        await app.Get<MessageSender>().SendTextAsync("changes-poison", text, after: null, CancellationToken.None);
        Assert.Equal("unknown", (await OneProblemAsync(manager)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task AnnouncedVersionThatIsNeverCommitted_BecomesNoPoison()
    {
        await using var app = await AppUnderTest.StartAsync(settings: ReturnsAtOnce, keepsPoison: true);
        using var manager = await app.OperatorAsync();
        var sender = app.Get<MessageSender>();

        await sender.SendAsync(new EnrolmentReceived(NobodysHousehold, 1), CancellationToken.None);
        await sender.SendAsync(new RoutingDue(NobodysHousehold, 2), CancellationToken.None);
        await sender.SendAsync(new HouseholdChanged(NobodysHousehold, 3), CancellationToken.None);
        await Pipeline.SettledAsync(app.Storage);

        foreach (var queue in new[] { "enrolments", "care-plans", "changes" })
        {
            Assert.Equal(0, await WaitingAsync(app, $"{queue}-poison"));
        }
        Assert.Empty((await manager.GetFromJsonAsync<JsonElement>("/api/poison-messages")).GetProperty("items").EnumerateArray());
    }

    private static async Task<JsonElement> OneProblemAsync(HttpClient manager) =>
        (
            await Eventually.SeesAsync(
                () => manager.GetFromJsonAsync<JsonElement>("/api/poison-messages"),
                page => page.GetProperty("items").GetArrayLength() == 1
            )
        ).GetProperty("items")[0];

    private static async Task<int> WaitingAsync(AppUnderTest app, string queue)
    {
        var client = new QueueServiceClient(app.Storage.ConnectionString).GetQueueClient(queue);
        return await client.ExistsAsync() ? (await client.GetPropertiesAsync()).Value.ApproximateMessagesCount : 0;
    }
}
