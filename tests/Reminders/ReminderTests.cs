using Alleviation.Functions.Changes;
using Alleviation.Functions.Reminders;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Reminders;

/// <summary>From what happens by the endpoints to what a family is told.</summary>
public sealed class ReminderTests : ReminderStage
{
    private readonly string _id = CareScene.NewId();

    [Fact]
    public async Task VisitOfTomorrow_IsToldOnce_AndNoted_AndDoesNotCountAsUseOfTheRecord()
    {
        var day = await TheDayBeforeTheVisitAsync();
        var before = await Care.ReadAsync();
        await RemindAsync();
        var entry = Assert.Single(await NotedAsync());
        await RemindAsync();
        var message = await OnlyMessageAsync();
        Assert.Equal("13800000000", message["to"]);
        Assert.Equal("visitTomorrow", message["kind"]);
        Assert.Equal("zh-CN", message["language"]);
        Assert.Equal(message["id"], message.Key);
        Assert.Contains($"{day.Month}月{day.Day}日", message["text"], StringComparison.Ordinal);
        Assert.DoesNotContain(before.Members[0].Name, message.Message.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("visitTomorrow", "sent", 1), Told(entry));
        Assert.Single(await NotedAsync());
        Assert.Equal(before.Members[0].LastEntryAt, (await Care.ReadAsync()).Members[0].LastEntryAt);
    }

    [Fact]
    public async Task ReferralAnswered_IsTold()
    {
        var address = Care.Of($"referrals/{_id}");
        await Care.Worker.PutsAsync(
            address,
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "情绪低落",
            }
        );
        using var receiver = await Care.App.PhysicianAsync(CareScene.County);
        foreach (var step in new[] { "acceptance", "attendance" })
        {
            await receiver.PostsAsync($"{address}/{step}");
        }
        await receiver.PostsAsync($"{address}/answer", new { findings = "抑郁状态", instructions = "两周后复诊" });
        var message = await OnlyMessageAsync();
        Assert.Equal("referralAnswered", message["kind"]);
        Assert.DoesNotContain("抑郁", message["text"], StringComparison.Ordinal);
        Assert.Equal(("referralAnswered", "sent", 1), Told(Assert.Single(await NotedAsync())));
    }

    [Fact]
    public async Task AtNight_NobodyIsDisturbed()
    {
        await TheDayBeforeTheVisitAsync();
        var reminder = await FirstAsync();
        Care.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(SendReminderOutcome.Later, await SendAsync(reminder));
        Assert.Empty(Gateway.Messages);
        // Put off, not dropped.
        Assert.Equal(1, await WaitingAsync());
        Care.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));
    }

    [Fact]
    public async Task FamilyWithoutAPhone_IsNotedSo()
    {
        var household = Some.Household();
        household["phone"] = null;
        var listed = await Care.Worker.ListedAsync(await Care.Worker.EnrolsAsync(household));
        Assert.True(Functions.Households.HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var id));
        var day = (await Care.App.Get<Functions.Households.Storage.HouseholdTable>().FindAsync(id, CancellationToken.None))!
            .Household
            .Members[0]
            .Plan!
            .FollowUps[0]
            .DueOn;
        var outcome = await SendAsync(ReminderFacts.VisitOn(day, 1), id.Value);
        Assert.Equal(SendReminderOutcome.Failed, outcome);
        Assert.Empty(Gateway.Messages);
    }

    [Fact]
    public async Task WithoutAGateway_NothingIsAskedFor()
    {
        await using var scene = await CareScene.StartAsync();
        Assert.Equal(0, await scene.App.Get<RemindOfTomorrowHandler>().HandleAsync(CancellationToken.None));
        await scene
            .App.Get<ReminderRequests>()
            .AnnounceAsync(scene.Household, 1, [ReminderFacts.VisitOn(new DateOnly(2026, 12, 1), 1)], CancellationToken.None);
        Assert.Equal(
            0,
            (await new QueueServiceClient(scene.App.Storage.ConnectionString).GetQueueClient("reminders").GetPropertiesAsync())
                .Value
                .ApproximateMessagesCount
        );
    }
}
