using Alleviation.Functions.Reminders;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reminders;

/// <summary>Gateways that answer as they like, messages that come twice, hosts that die in between.</summary>
public sealed class ReminderDeliveryTests : ReminderStage
{
    [Fact]
    public async Task GatewayThatIsDown_IsAskedAgain_WithTheSameId()
    {
        Gateway.Answers = call => call < 4 ? 503 : 200;
        await TheDayBeforeTheVisitAsync();

        await RemindAsync();
        var entry = Assert.Single(await NotedAsync());

        Assert.Equal(("visitTomorrow", "sent", 4), Told(entry));
        Assert.Single(Gateway.Messages.Select(message => message.Key).Distinct());
    }

    [Theory]
    [InlineData(422, 1)]
    [InlineData(500, 8)]
    public async Task GatewayThatDoesNotTakeIt_IsGivenUp_AndTheEntrySaysWhy(int status, int attempts)
    {
        Gateway.Answers = _ => status;
        await TheDayBeforeTheVisitAsync();

        await RemindAsync();
        var entry = Assert.Single(await NotedAsync());

        Assert.Equal(("visitTomorrow", "failed", attempts), Told(entry));
        Assert.Equal($"http-{status}", entry.GetProperty("facts").GetProperty("code").GetString());
        Assert.Equal(attempts, Gateway.Messages.Count);
    }

    [Fact]
    public async Task GatewayThatNeverAnswers_HoldsUpNothingElse()
    {
        var release = new TaskCompletionSource();
        Gateway.Before = release.Task;
        await TheDayBeforeTheVisitAsync();
        await RemindAsync();
        await Eventually.SeesAsync(() => Task.FromResult(Gateway.Messages.Count), count => count > 0);

        using var worker = await Care.App.HealthWorkerAsync(Some.Township);
        await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));

        Assert.Empty(await Care.RemindersAsync());
        release.SetResult();
        await NotedAsync();
    }

    [Fact]
    public async Task OneMessageManyTimesAtOnce_IsSentOnce()
    {
        await TheDayBeforeTheVisitAsync();
        var reminder = await FirstAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(reminder)));

        Assert.All(outcomes, outcome => Assert.True(outcome is SendReminderOutcome.Sent or SendReminderOutcome.Later, $"{outcome}"));
        Assert.Single(Gateway.Messages);
        Assert.Single(await NotedAsync());
    }

    [Fact]
    public async Task HostThatDiedWhileSending_IsFollowedByAnother_WithTheSameId()
    {
        await TheDayBeforeTheVisitAsync();
        var (reminder, table, now) = (await FirstAsync(), Care.App.Get<ReminderTable>(), Care.Clock.GetUtcNow());
        await table.WriteAsync(
            Care.Household,
            reminder,
            new ReminderDelivery(ReminderState.Sending, 1, now.AddMinutes(1)),
            default,
            CancellationToken.None
        );

        Assert.Equal(SendReminderOutcome.Later, await SendAsync(reminder));
        Assert.Empty(Gateway.Messages);
        Care.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));
        Assert.Equal(("visitTomorrow", "sent", 2), Told(Assert.Single(await NotedAsync())));
    }

    [Fact]
    public async Task HostThatDiedBeforeTheEntry_LeavesItToTheNextDelivery()
    {
        await TheDayBeforeTheVisitAsync();
        var (reminder, table, now) = (await FirstAsync(), Care.App.Get<ReminderTable>(), Care.Clock.GetUtcNow());
        await table.WriteAsync(
            Care.Household,
            reminder,
            new ReminderDelivery(ReminderState.Sent, 1) { EndedAt = now },
            default,
            CancellationToken.None
        );

        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));
        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));

        Assert.Empty(Gateway.Messages);
        Assert.Single(await NotedAsync());
    }
}
