using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Appointments;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>Slots by their endpoints: each booked once, whoever asks at once, whatever dies in between.</summary>
public sealed class AppointmentTests() : WithScene<SlotScene>(SlotScene.StartAsync)
{
    private const string Nine = "2026-12-01T09:00:00+08:00";
    private const string Ten = "2026-12-01T10:00:00+08:00";
    private static readonly DateTimeOffset AtNine = DateTimeOffset.Parse(Nine, null);
    private readonly string _id = CareScene.NewId();

    private string Address => Care.Of($"appointments/{_id}");

    private CareScene Care => Scene.Care;

    private HttpClient Physician => Scene.Physician;

    [Fact]
    public async Task Booking_IsSeenByThePhysician_ByTheVillage_AndInTheRecord_UntilItIsKept()
    {
        await Care.Worker.PutsAsync(Address, Book(Nine));

        var slots = await SlotsAsync(Physician);
        Assert.Equal([true, false, false], slots.Select(slot => slot.GetProperty("isTaken").GetBoolean()));
        Assert.Equal((await Care.ReadAsync()).Members[0].Name, slots[0].GetProperty("booking").GetProperty("name").GetString());
        Assert.False((await SlotsAsync(Care.Worker))[0].TryGetProperty("booking", out _));
        Assert.Equal([(_id, null)], await Care.TasksAsync("appointment"));
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
        await ClaimAsync(_id);

        await Care.Worker.PutsAsync(Care.Of($"appointments/{CareScene.NewId()}"), Book(Nine), HttpStatusCode.Conflict);
        await Care.Worker.PutsAsync(Address, Book(Nine));
        Care.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));
    }

    [Fact]
    public async Task ClaimWhoseMakerDied_IsLetGo_ButNotWhileItMayStillBeMade()
    {
        await ClaimAsync(_id);

        Assert.Equal(CheckClaimOutcome.TooEarly, await CheckAsync(AtNine));
        Care.Clock.Advance(CheckClaimHandler.Patience);
        Assert.Equal(CheckClaimOutcome.Released, await CheckAsync(AtNine));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));

        await Care.Worker.PutsAsync(Care.Of($"appointments/{CareScene.NewId()}"), Book(Nine));
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
    public async Task MoveThatDiedBeforeItLetTheOldSlotGo_LetsItGoLater()
    {
        await Care.Worker.PutsAsync(Address, Book(Nine));
        await Care.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        await ClaimAsync(_id);

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

    [Fact]
    public async Task SlotThatIsNone_OrNotForThisVillage_IsRefused()
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

    private static BookAppointmentRequest Book(string start) => new(CareScene.County, DateTimeOffset.Parse(start, null), "复诊");

    private static async Task<IReadOnlyList<JsonElement>> SlotsAsync(HttpClient client) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/slots?from=2026-12-01&days=1"))
                .GetProperty("items")
                .EnumerateArray(),
        ];

    private async Task<JsonElement> ListAsync() =>
        (await Care.Worker.GetFromJsonAsync<JsonElement>(Care.Of("appointments"))).GetProperty("items");

    // What a host leaves that dies between the claim and the commit.
    private async Task ClaimAsync(string id) =>
        Assert.True(
            await Care
                .App.Get<AppointmentTable>()
                .TryClaimAsync(
                    new SlotClaim(CareScene.County, AtNine, 60, "门诊203", id, Care.Household, 1, Care.Clock.GetUtcNow(), "测试"),
                    CancellationToken.None
                )
        );

    private Task<CheckClaimOutcome> CheckAsync(DateTimeOffset start) =>
        Care
            .App.Get<CheckClaimHandler>()
            .HandleAsync(new ClaimCheck(CareScene.County, start, Care.Household.Value, 1, _id), CancellationToken.None);
}
