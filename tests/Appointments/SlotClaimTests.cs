using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Appointments;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>Each slot is booked once, whoever asks at the same time and whatever dies in between.</summary>
public sealed class SlotClaimTests : AppointmentStage
{
    [Fact]
    public async Task TwentyAtOnceForOneSlot_OneHasIt()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => CareScene.NewId()).ToList();
        var answers = await Task.WhenAll(ids.Select(id => Care.Worker.PutAsJsonAsync(Care.Of($"appointments/{id}"), Book(Nine))));
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Single(await Care.TasksAsync("appointment"));
        Assert.Single((await ListAsync()).EnumerateArray());
    }

    [Fact]
    public async Task TheSameBookingTwentyTimesAtOnce_IsOneBooking()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Care.Worker.PutAsJsonAsync(Address, Book(Nine))));
        Assert.All(
            answers,
            answer =>
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable,
                    $"{answer.StatusCode}"
                )
        );
        await Care.Worker.PutsAsync(Address, Book(Nine), HttpStatusCode.OK);
        await Care.Worker.PutsAsync(Address, Book(Ten), HttpStatusCode.Conflict);
        Assert.Single((await ListAsync()).EnumerateArray());
        Assert.Equal([true, false, false], (await SlotsAsync(Care.Worker)).Select(slot => slot.GetProperty("isTaken").GetBoolean()));
    }

    [Fact]
    public async Task ClaimWhoseMakerDied_IsFinishedByTheSameRequest()
    {
        await ClaimAsync(Id);
        await Care.Worker.PutsAsync(Care.Of($"appointments/{CareScene.NewId()}"), Book(Nine), HttpStatusCode.Conflict);
        await Care.Worker.PutsAsync(Address, Book(Nine));
        Care.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));
    }

    [Fact]
    public async Task ClaimWhoseMakerDied_IsLetGo_ButNotWhileItMayStillBeMade()
    {
        await ClaimAsync(Id);
        Assert.Equal(CheckClaimOutcome.TooEarly, await CheckAsync(AtNine));
        Care.Clock.Advance(CheckClaimHandler.Patience);
        Assert.Equal(CheckClaimOutcome.Released, await CheckAsync(AtNine));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));
        await Care.Worker.PutsAsync(Care.Of($"appointments/{CareScene.NewId()}"), Book(Nine));
    }

    [Fact]
    public async Task MoveThatDiedBeforeItLetTheOldSlotGo_LetsItGoLater()
    {
        await Care.Worker.PutsAsync(Address, Book(Nine));
        await Care.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        await ClaimAsync(Id);
        Care.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CheckClaimOutcome.Released, await CheckAsync(AtNine));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine.AddHours(1)));
    }

    [Fact]
    public async Task TwoMovesAtOnce_EndInOneSlot()
    {
        await Care.Worker.PutsAsync(Address, Book(Nine));
        await Task.WhenAll(
            Care.Worker.PostAsJsonAsync($"{Address}/rescheduling", new { start = Ten }),
            Care.Worker.PostAsJsonAsync($"{Address}/rescheduling", new { start = "2026-12-01T11:00:00+08:00" })
        );
        var held = Assert
            .Single(await SlotsAsync(Care.Worker), slot => slot.GetProperty("isTaken").GetBoolean())
            .GetProperty("start")
            .GetDateTimeOffset();
        Assert.Equal((await ListAsync())[0].GetProperty("start").GetDateTimeOffset(), held);
    }
}
