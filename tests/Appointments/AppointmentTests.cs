using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Appointments;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>Slots by their doors: given once, whoever asks at once, whatever dies in between.</summary>
public sealed class AppointmentTests : IAsyncLifetime
{
    private const string Nine = "2026-12-01T09:00:00+08:00";
    private const string Ten = "2026-12-01T10:00:00+08:00";
    private static readonly DateTimeOffset AtNine = DateTimeOffset.Parse(Nine, null);
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
                place = "门诊203",
            },
        },
    };
    private readonly string _id = CareScene.NewId();
    private CareScene _scene = null!;
    private HttpClient _physician = null!;

    private string Address => _scene.Of($"appointments/{_id}");

    public async Task InitializeAsync()
    {
        _scene = await CareScene.StartAsync();
        _physician = await _scene.App.PhysicianAsync(CareScene.County);
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(Week, 0)).StatusCode);
    }

    public async Task DisposeAsync()
    {
        _physician.Dispose();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task Booking_IsSeenByThePhysician_ByTheVillage_AndInTheRecord_UntilItIsKept()
    {
        await _scene.Worker.PutsAsync(Address, Book(Nine));

        var slots = await SlotsAsync(_physician);
        Assert.Equal([true, false, false], slots.Select(slot => slot.GetProperty("isTaken").GetBoolean()));
        Assert.Equal((await _scene.ReadAsync()).Members[0].Name, slots[0].GetProperty("booking").GetProperty("name").GetString());
        Assert.False((await SlotsAsync(_scene.Worker))[0].TryGetProperty("booking", out _));
        Assert.Equal([(_id, null)], await _scene.TasksAsync("appointment"));
        Assert.Equal([CareScene.County], await _scene.GuestsAsync());

        await _physician.PostsAsync($"{Address}/attendance", new { kept = true }, HttpStatusCode.Conflict);
        _scene.Clock.Advance(AtNine - _scene.Clock.GetUtcNow());
        using var onTheDay = await _scene.App.PhysicianAsync(CareScene.County);
        await onTheDay.PostsAsync($"{Address}/attendance", new { kept = true }, HttpStatusCode.NoContent);
        await onTheDay.PostsAsync($"{Address}/attendance", new { kept = true }, HttpStatusCode.NoContent);

        Assert.Empty(await _scene.TasksAsync("appointment"));
        Assert.Empty(await _scene.GuestsAsync());
        Assert.Equivalent(new[] { "booked", "kept" }, await _scene.EntriesAsync("appointment"), strict: true);
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));
    }

    [Fact]
    public async Task TwentyAtOnceForOneSlot_OneHasIt()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => CareScene.NewId()).ToList();

        var answers = await Task.WhenAll(ids.Select(id => _scene.Worker.PutAsJsonAsync(_scene.Of($"appointments/{id}"), Book(Nine))));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Single(await _scene.TasksAsync("appointment"));
        Assert.Single((await ListAsync()).EnumerateArray());
    }

    [Fact]
    public async Task TheSameBookingTwentyTimesAtOnce_IsOneBooking()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _scene.Worker.PutAsJsonAsync(Address, Book(Nine))));

        Assert.All(
            answers,
            answer =>
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable,
                    $"{answer.StatusCode}"
                )
        );
        await _scene.Worker.PutsAsync(Address, Book(Nine), HttpStatusCode.OK);
        await _scene.Worker.PutsAsync(Address, Book(Ten), HttpStatusCode.Conflict);
        Assert.Single((await ListAsync()).EnumerateArray());
        Assert.Equal([true, false, false], (await SlotsAsync(_scene.Worker)).Select(slot => slot.GetProperty("isTaken").GetBoolean()));
    }

    [Fact]
    public async Task ClaimWhoseMakerDied_IsFinishedByTheSameRequest()
    {
        await ClaimAsync(_id);

        await _scene.Worker.PutsAsync(_scene.Of($"appointments/{CareScene.NewId()}"), Book(Nine), HttpStatusCode.Conflict);
        await _scene.Worker.PutsAsync(Address, Book(Nine));
        _scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));
    }

    [Fact]
    public async Task ClaimWhoseMakerDied_IsLetGo_ButNotWhileItMayStillBeMade()
    {
        await ClaimAsync(_id);

        Assert.Equal(CheckClaimOutcome.TooEarly, await CheckAsync(AtNine));
        _scene.Clock.Advance(CheckClaimHandler.Patience);
        Assert.Equal(CheckClaimOutcome.Released, await CheckAsync(AtNine));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine));

        await _scene.Worker.PutsAsync(_scene.Of($"appointments/{CareScene.NewId()}"), Book(Nine));
    }

    [Fact]
    public async Task Moved_HoldsTheNewSlotAndLetsTheOldOneGo_AndCancelledHoldsNone()
    {
        await _scene.Worker.PutsAsync(Address, Book(Nine));

        var moved = await _scene.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        await _scene.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        Assert.Equal(1, moved.GetProperty("moves").GetInt32());
        Assert.Equal([false, true, false], (await SlotsAsync(_scene.Worker)).Select(slot => slot.GetProperty("isTaken").GetBoolean()));
        // The booking sent again is known although it moved since.
        await _scene.Worker.PutsAsync(Address, Book(Nine), HttpStatusCode.OK);

        await _scene.Worker.PostsAsync($"{Address}/cancellation", new { reason = "家属外出" });
        await _scene.Worker.PostsAsync($"{Address}/cancellation", new { reason = "家属外出" });
        await _scene.Worker.PostsAsync($"{Address}/rescheduling", new { start = Nine }, HttpStatusCode.Conflict);
        Assert.All(await SlotsAsync(_scene.Worker), slot => Assert.False(slot.GetProperty("isTaken").GetBoolean()));
        Assert.Empty(await _scene.TasksAsync("appointment"));
        Assert.Empty(await _scene.GuestsAsync());
        Assert.Equivalent(new[] { "booked", "moved", "cancelled" }, await _scene.EntriesAsync("appointment"), strict: true);
    }

    [Fact]
    public async Task MoveThatDiedBeforeItLetTheOldSlotGo_LetsItGoLater()
    {
        await _scene.Worker.PutsAsync(Address, Book(Nine));
        await _scene.Worker.PostsAsync($"{Address}/rescheduling", new { start = Ten });
        await ClaimAsync(_id);

        _scene.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(CheckClaimOutcome.Released, await CheckAsync(AtNine));
        Assert.Equal(CheckClaimOutcome.Right, await CheckAsync(AtNine.AddHours(1)));
    }

    [Fact]
    public async Task TwoMovesAtOnce_EndInOneSlot()
    {
        await _scene.Worker.PutsAsync(Address, Book(Nine));

        await Task.WhenAll(
            _scene.Worker.PostAsJsonAsync($"{Address}/rescheduling", new { start = Ten }),
            _scene.Worker.PostAsJsonAsync($"{Address}/rescheduling", new { start = "2026-12-01T11:00:00+08:00" })
        );

        var held = Assert
            .Single(await SlotsAsync(_scene.Worker), slot => slot.GetProperty("isTaken").GetBoolean())
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
            await _scene.Worker.PutsAsync(Address, body, HttpStatusCode.UnprocessableEntity);
        }

        using var elsewhere = await _scene.App.HealthWorkerAsync("441403100");
        await elsewhere.PutsAsync(Address, Book(Nine), HttpStatusCode.NotFound);
        await _physician.PutsAsync(Address, Book(Nine), HttpStatusCode.Forbidden);
        Assert.All(await SlotsAsync(_scene.Worker), slot => Assert.False(slot.GetProperty("isTaken").GetBoolean()));
    }

    [Fact]
    public async Task Plan_IsChangedByItsPhysicianAlone_AndByNobodyUnawares()
    {
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(Week, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await KeepAsync(new { }, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(new { }, 1)).StatusCode);
        using var other = await _scene.App.PhysicianAsync(CareScene.City);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/physicians/{CareScene.County}/slot-plan")).StatusCode);
        Assert.Empty(await SlotsAsync(_scene.Worker));
    }

    private static BookAppointmentRequest Book(string start) => new(CareScene.County, DateTimeOffset.Parse(start, null), "复诊");

    private async Task<HttpResponseMessage> KeepAsync(object plan, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{CareScene.County}/slot-plan")
        {
            Content = JsonContent.Create(plan),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await _physician.SendAsync(request);
    }

    private static async Task<IReadOnlyList<JsonElement>> SlotsAsync(HttpClient client) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/slots?from=2026-12-01&days=1"))
                .GetProperty("items")
                .EnumerateArray(),
        ];

    private async Task<JsonElement> ListAsync() =>
        (await _scene.Worker.GetFromJsonAsync<JsonElement>(_scene.Of("appointments"))).GetProperty("items");

    // What a host leaves that dies between the claim and the commit.
    private async Task ClaimAsync(string id) =>
        Assert.True(
            await _scene
                .App.Get<AppointmentTable>()
                .TryClaimAsync(
                    new SlotClaim(CareScene.County, AtNine, 60, "门诊203", id, _scene.Household, 1, _scene.Clock.GetUtcNow(), "测试"),
                    CancellationToken.None
                )
        );

    private Task<CheckClaimOutcome> CheckAsync(DateTimeOffset start) =>
        _scene
            .App.Get<CheckClaimHandler>()
            .HandleAsync(new ClaimCheck(CareScene.County, start, _scene.Household.Value, 1, _id), CancellationToken.None);
}
