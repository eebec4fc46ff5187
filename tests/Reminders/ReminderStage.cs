using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Reminders;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Reminders;

/// <summary>A service with a gateway, and one household with a sick member.</summary>
public abstract class ReminderStage() : WithScene<GatewayScene>(GatewayScene.StartAsync)
{
    protected Gateway Gateway => Scene.Gateway;

    protected CareScene Care => Scene.Care;

    /// <summary>Moves the clock to ten in the morning before the first follow-up is due.</summary>
    protected async Task<DateOnly> TheDayBeforeTheVisitAsync()
    {
        var day = (await Care.ReadAsync()).Members[0].Plan!.FollowUps.Min(followUp => followUp.DueOn);
        Care.Clock.Advance(day.AddDays(-1).ToDateTime(new TimeOnly(10, 0)).InChina() - Care.Clock.GetUtcNow());
        return day;
    }

    protected async Task RemindAsync() =>
        Assert.Equal(1, await Care.App.Get<RemindOfTomorrowHandler>().HandleAsync(CancellationToken.None));

    protected async Task<Reminder> FirstAsync() =>
        Assert.Single(RemindOfTomorrowHandler.DueOn(await Care.ReadAsync(), Care.Clock.Today().AddDays(1)));

    protected async Task<SendReminderOutcome> SendAsync(Reminder reminder, string? household = null) =>
        await Care
            .App.Get<SendReminderHandler>()
            .HandleAsync(
                new Delivery<ReminderDue>(new ReminderDue(household ?? Care.Household.Value, 1, reminder), IsLast: false),
                CancellationToken.None
            );

    protected async Task<int> WaitingAsync() =>
        (await new QueueServiceClient(Care.App.Storage.ConnectionString).GetQueueClient("reminders").GetPropertiesAsync())
            .Value
            .ApproximateMessagesCount;

    protected async Task<Gateway.Received> OnlyMessageAsync()
    {
        await Eventually.SeesAsync(() => Task.FromResult(Gateway.Messages.Count), count => count > 0);
        await Eventually.SeesAsync(WaitingAsync, waiting => waiting == 0);
        return Assert.Single(Gateway.Messages);
    }

    protected Task<IReadOnlyList<JsonElement>> NotedAsync(int count = 1) =>
        Eventually.SeesAsync(Care.RemindersAsync, noted => noted.Count == count);

    protected static (string?, string?, int) Told(JsonElement entry)
    {
        var facts = entry.GetProperty("facts");
        return (facts.GetProperty("about").GetString(), facts.GetProperty("state").GetString(), facts.GetProperty("attempts").GetInt32());
    }
}

public sealed record GatewayScene(Gateway Gateway, CareScene Care) : IAsyncDisposable
{
    public static Task<GatewayScene> StartAsync() =>
        Gateway.StartAsync().ThenAsync(async gateway => new GatewayScene(gateway, await CareScene.StartAsync(settings: gateway.Settings)));

    public async ValueTask DisposeAsync()
    {
        await Care.DisposeAsync();
        await Gateway.DisposeAsync();
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
