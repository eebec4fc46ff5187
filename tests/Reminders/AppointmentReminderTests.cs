using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.Reminders;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reminders;

/// <summary>What a family is told of its appointments.</summary>
public sealed class AppointmentReminderTests : ReminderStage
{
    private readonly string _id = CareScene.NewId();
    private const string Nine = "2026-12-01T09:00:00+08:00";

    private static readonly object Week = new
    {
        week = new[]
        {
            new
            {
                weekday = 2,
                from = "09:00",
                to = "12:00",
                minutes = 60,
                place = "精神科门诊203",
            },
        },
    };

    [Fact]
    public async Task AppointmentMovedAndCancelled_IsToldEachTime_WithTheTimeAndNoPlace()
    {
        await BookAsync();
        await Care.Worker.PostsAsync($"{Appointment}/rescheduling", new { start = "2026-12-01T10:00:00+08:00" });
        var moved = await OnlyMessageAsync();
        await Care.Worker.PostsAsync($"{Appointment}/cancellation", new { reason = "家属外出" });
        await Care.Worker.PostsAsync($"{Appointment}/cancellation", new { reason = "家属外出" });
        await Eventually.SeesAsync(() => Task.FromResult(Gateway.Messages.Count), count => count == 2);
        Assert.Contains("12月1日10:00", moved["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("精神", moved["text"], StringComparison.Ordinal);
        Assert.Equal(["appointmentMoved", "appointmentCancelled"], Gateway.Messages.Select(message => message["kind"]));
        Assert.Equal(2, (await NotedAsync(2)).Count);
    }

    [Fact]
    public async Task AppointmentOfTomorrow_IsTold_AndOneThatWasCancelledIsNot()
    {
        await BookAsync();
        Care.Clock.Advance(DateTimeOffset.Parse("2026-11-30T10:00:00+08:00", null) - Care.Clock.GetUtcNow());
        await RemindAsync();
        Assert.Equal("appointmentTomorrow", (await OnlyMessageAsync())["kind"]);
        using var worker = await Care.App.HealthWorkerAsync(Some.Township);
        await worker.PostsAsync($"{Appointment}/cancellation", new { reason = "家属外出" });
        var reminder = AppointmentReminders.DayBefore(_id, 1, new DateOnly(2026, 12, 1)) with { Reference = $"{_id}:20261202" };
        Assert.Equal(SendReminderOutcome.NothingToTell, await SendAsync(reminder));
    }

    private string Appointment => Care.Of($"appointments/{_id}");

    private async Task BookAsync()
    {
        using var physician = await Care.App.PhysicianAsync(CareScene.County);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{CareScene.County}/slot-plan")
        {
            Content = JsonContent.Create(Week),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var saved = await physician.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        await Care.Worker.PutsAsync(
            Appointment,
            new
            {
                physicianId = CareScene.County,
                start = Nine,
                reason = "复诊",
            }
        );
    }
}
