using System.Net;
using Alleviation.Functions.Appointments;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>Appointments by their endpoints: booked, kept, moved and cancelled, each by whom it may be.</summary>
public sealed class AppointmentTests : AppointmentStage
{
    [Fact]
    public async Task Booking_IsSeenByThePhysician_ByTheVillage_AndInTheRecord_UntilItIsKept()
    {
        await Care.Worker.PutsAsync(Address, Book(Nine));
        var slots = await SlotsAsync(Physician);
        Assert.Equal([true, false, false], slots.Select(slot => slot.GetProperty("isTaken").GetBoolean()));
        Assert.Equal((await Care.ReadAsync()).Members[0].Name, slots[0].GetProperty("booking").GetProperty("name").GetString());
        Assert.False((await SlotsAsync(Care.Worker))[0].TryGetProperty("booking", out _));
        Assert.Equal([(Id, null)], await Care.TasksAsync("appointment"));
        Assert.Equal([CareScene.County], await Care.GuestsAsync());
        await Physician.PostsAsync($"{Address}/attendance", new { kept = true }, HttpStatusCode.Conflict);
        Care.Clock.Advance(AtNine - Care.Clock.GetUtcNow());
        using var onTheDay = await Care.App.PhysicianAsync(CareScene.County);
        await onTheDay.PostsAsync($"{Address}/attendance", new { kept = true }, HttpStatusCode.NoContent);
        await onTheDay.PostsAsync($"{Address}/attendance", new { kept = true }, HttpStatusCode.NoContent);
        Assert.Empty(await Care.TasksAsync("appointment"));
        Assert.Empty(await Care.GuestsAsync());
        Assert.Equivalent(new[] { "booked", "kept" }, await Care.EntriesAsync("appointment"), strict: true);
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));
    }

    [Fact]
    public async Task Moved_HoldsTheNewSlotAndLetsTheOldOneGo_AndCancelledHoldsNone()
    {
        await Care.Worker.PutsAsync(Address, Book(Nine));
        var moved = await Care.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        await Care.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        Assert.Equal(1, moved.GetProperty("moves").GetInt32());
        Assert.Equal([false, true, false], (await SlotsAsync(Care.Worker)).Select(slot => slot.GetProperty("isTaken").GetBoolean()));
        // The booking sent again is known although it moved since.
        await Care.Worker.PutsAsync(Address, Book(Nine), HttpStatusCode.OK);
        await Care.Worker.PostsAsync($"{Address}/cancellation", new { reason = "家属外出" });
        await Care.Worker.PostsAsync($"{Address}/cancellation", new { reason = "家属外出" });
        await Care.Worker.PostsAsync($"{Address}/rescheduling", new { start = Nine }, HttpStatusCode.Conflict);
        Assert.All(await SlotsAsync(Care.Worker), slot => Assert.False(slot.GetProperty("isTaken").GetBoolean()));
        Assert.Empty(await Care.TasksAsync("appointment"));
        Assert.Empty(await Care.GuestsAsync());
        Assert.Equivalent(new[] { "booked", "moved", "cancelled" }, await Care.EntriesAsync("appointment"), strict: true);
    }

    [Fact]
    public async Task TimeWithoutASlot_OrOfAnotherVillage_IsRefused()
    {
        foreach (
            var body in new[]
            {
                Book("2026-12-01T09:01:00+08:00"),
                Book("2026-11-24T09:00:00+08:00") with
                {
                    PhysicianId = CareScene.Internet,
                },
                Book("2026-11-17T09:00:00+08:00"),
                Book("2027-06-01T09:00:00+08:00"),
                Book(Nine) with
                {
                    PhysicianId = "P441403-01",
                },
                new("", null, "", "X99"),
            }
        )
        {
            await Care.Worker.PutsAsync(Address, body, HttpStatusCode.UnprocessableEntity);
        }

        using var elsewhere = await Care.App.HealthWorkerAsync("441403100");
        await elsewhere.PutsAsync(Address, Book(Nine), HttpStatusCode.NotFound);
        await Physician.PutsAsync(Address, Book(Nine), HttpStatusCode.Forbidden);
        Assert.All(await SlotsAsync(Care.Worker), slot => Assert.False(slot.GetProperty("isTaken").GetBoolean()));
    }

    [Fact]
    public async Task Plan_IsChangedByItsPhysicianAlone_AndByNobodyUnawares()
    {
        Assert.Equal(HttpStatusCode.OK, (await Scene.KeepAsync(SlotScene.Week, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Scene.KeepAsync(new { }, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Scene.KeepAsync(new { }, 1)).StatusCode);
        using var other = await Care.App.PhysicianAsync(CareScene.City);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/physicians/{CareScene.County}/slot-plan")).StatusCode);
        Assert.Empty(await SlotsAsync(Care.Worker));
    }
}
