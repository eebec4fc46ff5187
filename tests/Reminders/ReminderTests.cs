using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Reminders;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Reminders;

/// <summary>From what happens by the doors to a gateway that answers as it likes.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private const string Nine = "2026-12-01T09:00:00+08:00";
    private static readonly object Week = new { week = new[] { new { weekday = 2, from = "09:00", to = "12:00", minutes = 60, place = "精神科门诊203" } } };
    private readonly string _id = CareScene.NewId();
    private Gateway _gateway = null!;
    private CareScene _scene = null!;

    public async Task InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        _scene = await CareScene.StartAsync(settings: _gateway.Settings);
    }

    public async Task DisposeAsync()
    {
        await _scene.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task VisitOfTomorrow_IsToldOnce_AndNoted_AndIsNoUseOfTheRecord()
    {
        var day = await TheDayBeforeTheVisitAsync();
        var before = await _scene.ReadAsync();

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
        Assert.Equal(before.Members[0].LastEntryAt, (await _scene.ReadAsync()).Members[0].LastEntryAt);
    }

    [Fact]
    public async Task AppointmentMovedAndCancelled_IsToldEachTime_WithTheTimeAndNoPlace()
    {
        await BookAsync();
        await _scene.Worker.PostsAsync($"{Appointment}/move", new { start = "2026-12-01T10:00:00+08:00" });
        var moved = await OnlyMessageAsync();
        await _scene.Worker.PostsAsync($"{Appointment}/cancellation", new { reason = "家属外出" });
        await _scene.Worker.PostsAsync($"{Appointment}/cancellation", new { reason = "家属外出" });
        await Eventually.SeesAsync(() => Task.FromResult(_gateway.Messages.Count), count => count == 2);

        Assert.Contains("12月1日10:00", moved["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("精神", moved["text"], StringComparison.Ordinal);
        Assert.Equal(["appointmentMoved", "appointmentCancelled"], _gateway.Messages.Select(message => message["kind"]));
        Assert.Equal(2, (await NotedAsync(2)).Count);
    }

    [Fact]
    public async Task AppointmentOfTomorrow_IsTold_AndOneThatWasCancelledIsNot()
    {
        await BookAsync();
        _scene.Clock.Advance(DateTimeOffset.Parse("2026-11-30T10:00:00+08:00", null) - _scene.Clock.GetUtcNow());

        await RemindAsync();
        Assert.Equal("appointmentTomorrow", (await OnlyMessageAsync())["kind"]);

        using var worker = await _scene.App.HealthWorkerAsync(Some.Township);
        await worker.PostsAsync($"{Appointment}/cancellation", new { reason = "家属外出" });
        var reminder = ReminderFacts.DayBefore(_id, 1, new DateOnly(2026, 12, 1)) with { Reference = $"{_id}:20261202" };
        Assert.Equal(SendReminderOutcome.NothingToTell, await SendAsync(reminder));
    }

    [Fact]
    public async Task ReferralAnswered_IsTold()
    {
        var address = _scene.Of($"referrals/{_id}");
        await _scene.Worker.PutsAsync(address, new { direction = "up", urgency = "routine", discipline = "psychiatry", reason = "情绪低落" });
        using var receiver = await _scene.App.PhysicianAsync(CareScene.County);
        foreach (var step in new[] { "acceptance", "seen" }) { await receiver.PostsAsync($"{address}/{step}"); }
        await receiver.PostsAsync($"{address}/answer", new { findings = "抑郁状态", instructions = "两周后复诊" });

        var message = await OnlyMessageAsync();

        Assert.Equal("referralAnswered", message["kind"]);
        Assert.DoesNotContain("抑郁", message["text"], StringComparison.Ordinal);
        Assert.Equal(("referralAnswered", "sent", 1), Told(Assert.Single(await NotedAsync())));
    }

    [Fact]
    public async Task GatewayThatIsDown_IsAskedAgain_WithTheSameId()
    {
        _gateway.Answers = call => call < 4 ? 503 : 200;
        await TheDayBeforeTheVisitAsync();

        await RemindAsync();
        var entry = Assert.Single(await NotedAsync());

        Assert.Equal(("visitTomorrow", "sent", 4), Told(entry));
        Assert.Single(_gateway.Messages.Select(message => message.Key).Distinct());
    }

    [Theory]
    [InlineData(422, 1)]
    [InlineData(500, 8)]
    public async Task GatewayThatDoesNotTakeIt_IsGivenUp_AndTheEntrySaysWhy(int status, int attempts)
    {
        _gateway.Answers = _ => status;
        await TheDayBeforeTheVisitAsync();

        await RemindAsync();
        var entry = Assert.Single(await NotedAsync());

        Assert.Equal(("visitTomorrow", "failed", attempts), Told(entry));
        Assert.Equal($"http-{status}", entry.GetProperty("facts").GetProperty("code").GetString());
        Assert.Equal(attempts, _gateway.Messages.Count);
    }

    [Fact]
    public async Task GatewayThatNeverAnswers_HoldsUpNothingElse()
    {
        var release = new TaskCompletionSource();
        _gateway.Before = release.Task;
        await TheDayBeforeTheVisitAsync();
        await RemindAsync();
        await Eventually.SeesAsync(() => Task.FromResult(_gateway.Messages.Count), count => count > 0);

        using var worker = await _scene.App.HealthWorkerAsync(Some.Township);
        await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));

        Assert.Empty(await _scene.RemindersAsync());
        release.SetResult();
        await NotedAsync();
    }

    [Fact]
    public async Task AtNight_NobodyIsDisturbed()
    {
        await TheDayBeforeTheVisitAsync();
        var reminder = await FirstAsync();
        _scene.Clock.Advance(TimeSpan.FromHours(11));

        Assert.Equal(SendReminderOutcome.Later, await SendAsync(reminder));

        Assert.Empty(_gateway.Messages);
        // Put off, not dropped.
        Assert.Equal(1, await WaitingAsync());
        _scene.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));
    }

    [Fact]
    public async Task OneMessageManyTimesAtOnce_IsSentOnce()
    {
        await TheDayBeforeTheVisitAsync();
        var reminder = await FirstAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(reminder)));

        Assert.All(outcomes, outcome => Assert.True(outcome is SendReminderOutcome.Sent or SendReminderOutcome.Later, $"{outcome}"));
        Assert.Single(_gateway.Messages);
        Assert.Single(await NotedAsync());
    }

    [Fact]
    public async Task HostThatDiedWhileSending_IsFollowedByAnother_WithTheSameId()
    {
        await TheDayBeforeTheVisitAsync();
        var (reminder, table, now) = (await FirstAsync(), _scene.App.Get<ReminderTable>(), _scene.Clock.GetUtcNow());
        await table.WriteAsync(_scene.Household, reminder, new ReminderDelivery(ReminderState.Sending, 1, now.AddMinutes(1)), default, CancellationToken.None);

        Assert.Equal(SendReminderOutcome.Later, await SendAsync(reminder));
        Assert.Empty(_gateway.Messages);
        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));
        Assert.Equal(("visitTomorrow", "sent", 2), Told(Assert.Single(await NotedAsync())));
    }

    [Fact]
    public async Task HostThatDiedBeforeTheEntry_LeavesItToTheNextDelivery()
    {
        await TheDayBeforeTheVisitAsync();
        var (reminder, table, now) = (await FirstAsync(), _scene.App.Get<ReminderTable>(), _scene.Clock.GetUtcNow());
        await table.WriteAsync(_scene.Household, reminder, new ReminderDelivery(ReminderState.Sent, 1) { EndedAt = now }, default, CancellationToken.None);

        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));
        Assert.Equal(SendReminderOutcome.Sent, await SendAsync(reminder));

        Assert.Empty(_gateway.Messages);
        Assert.Single(await NotedAsync());
    }

    [Fact]
    public async Task FamilyWithoutAPhone_IsNotedSo()
    {
        var household = Some.Household();
        household["phone"] = null;
        var listed = await _scene.Worker.ListedAsync(await _scene.Worker.EnrolsAsync(household));
        Assert.True(Functions.Households.HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var id));
        var day = (await _scene.App.Get<Functions.Households.HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household.Members[0].Plan!.FollowUps[0].DueOn;

        var outcome = await SendAsync(ReminderFacts.VisitOn(day, 1), id.Value);

        Assert.Equal(SendReminderOutcome.Failed, outcome);
        Assert.Empty(_gateway.Messages);
    }

    [Fact]
    public async Task WithoutAGateway_NothingIsAskedFor()
    {
        await using var scene = await CareScene.StartAsync();
        Assert.Equal(0, await scene.App.Get<RemindOfTomorrowHandler>().HandleAsync(CancellationToken.None));
        await scene.App.Get<ReminderRequests>().AnnounceAsync(scene.Household, 1, [ReminderFacts.VisitOn(new DateOnly(2026, 12, 1), 1)], CancellationToken.None);
        Assert.Equal(0, (await new QueueServiceClient(scene.App.Storage.ConnectionString).GetQueueClient("reminders").GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    private string Appointment => _scene.Of($"appointments/{_id}");

    private async Task BookAsync()
    {
        using var physician = await _scene.App.PhysicianAsync(CareScene.County);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{CareScene.County}/slot-plan") { Content = JsonContent.Create(Week) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var kept = await physician.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        await _scene.Worker.PutsAsync(Appointment, new { physicianId = CareScene.County, start = Nine, reason = "复诊" });
    }

    /// <summary>Moves the clock to ten in the morning before the first follow-up is due.</summary>
    private async Task<DateOnly> TheDayBeforeTheVisitAsync()
    {
        var day = (await _scene.ReadAsync()).Members[0].Plan!.FollowUps.Min(followUp => followUp.DueOn);
        _scene.Clock.Advance(day.AddDays(-1).ToDateTime(new TimeOnly(10, 0)).InChina() - _scene.Clock.GetUtcNow());
        return day;
    }

    private async Task RemindAsync() => Assert.Equal(1, await _scene.App.Get<RemindOfTomorrowHandler>().HandleAsync(CancellationToken.None));

    private async Task<Reminder> FirstAsync() =>
        Assert.Single(RemindOfTomorrowHandler.DueOn(await _scene.ReadAsync(), _scene.Clock.Today().AddDays(1)));

    private async Task<SendReminderOutcome> SendAsync(Reminder reminder, string? household = null) => await _scene.App.Get<SendReminderHandler>()
        .HandleAsync(new Delivery<ReminderDue>(new ReminderDue(household ?? _scene.Household.Value, 1, reminder), IsLast: false), CancellationToken.None);

    private async Task<int> WaitingAsync() =>
        (await new QueueServiceClient(_scene.App.Storage.ConnectionString).GetQueueClient("reminders").GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private async Task<Gateway.Received> OnlyMessageAsync()
    {
        await Eventually.SeesAsync(() => Task.FromResult(_gateway.Messages.Count), count => count > 0);
        await Eventually.SeesAsync(WaitingAsync, waiting => waiting == 0);
        return Assert.Single(_gateway.Messages);
    }

    private Task<IReadOnlyList<JsonElement>> NotedAsync(int count = 1) => Eventually.SeesAsync(_scene.RemindersAsync, noted => noted.Count == count);

    private static (string?, string?, int) Told(JsonElement entry)
    {
        var facts = entry.GetProperty("facts");
        return (facts.GetProperty("about").GetString(), facts.GetProperty("state").GetString(), facts.GetProperty("attempts").GetInt32());
    }
}

internal static class Reminded
{
    /// <summary>The entries of reminders in the sick member's record.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RemindersAsync(this CareScene scene)
    {
        using var worker = await scene.App.HealthWorkerAsync(Some.Township);
        var page = await worker.GetFromJsonAsync<JsonElement>($"/api/records/{(await scene.ReadAsync()).Members[0].RecordNumber}/entries");
        return [.. page.GetProperty("items").EnumerateArray().Where(entry => entry.GetProperty("kind").GetString() == "reminder")];
    }
}
