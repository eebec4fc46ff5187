using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>Who of a discipline could see somebody first: the one of the county on Tuesdays from nine, others as each test says.</summary>
public sealed class EarliestSlotTests() : WithScene<SlotScene>(SlotScene.StartAsync)
{
    private CareScene Care => Scene.Care;

    private string Address => $"/api/households/{Care.Household}/earliest-slots";

    [Fact]
    public async Task FirstFreeSlots_AreInTheOrderOfTime_AndWhoHasNoneIsLast()
    {
        // The city's specialist sees people an hour earlier, the Internet hospital's has opened nothing.
        await PlanAsync(CareScene.City, new { week = new[] { Hours("08:00") } });

        Assert.Equal(
            [(CareScene.City, "2026-11-24T00:00:00Z"), (CareScene.County, "2026-11-24T01:00:00Z"), (CareScene.Internet, null)],
            await FoundAsync()
        );
    }

    [Fact]
    public async Task BookedSlot_IsFreeNoMore_AndADayOffHasNone()
    {
        await Care.Worker.PutsAsync(
            Care.Of($"appointments/{CareScene.NewId()}"),
            new
            {
                physicianId = CareScene.County,
                start = "2026-11-24T09:00:00+08:00",
                reason = "复查",
            }
        );
        Assert.Equal((CareScene.County, "2026-11-24T02:00:00Z"), (await FoundAsync())[0]);

        using var changed = await Scene.KeepAsync(new { week = new[] { Hours("09:00") }, daysOff = new[] { "2026-11-24" } }, 1);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal((CareScene.County, "2026-12-01T01:00:00Z"), (await FoundAsync())[0]);
    }

    [Fact]
    public async Task OnlyWhoMaySeeTheHousehold_Asks()
    {
        using var elsewhere = await Care.App.HealthWorkerAsync("441421001");
        using var official = await Care.App.OfficialAsync(Some.City);
        using var stranger = await Care.App.PhysicianAsync(CareScene.City);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, "psychiatry"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(official, "psychiatry"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, "psychiatry"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(Care.Worker, "astrology"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(Care.Worker, ""));
    }

    /// <summary>On Tuesdays.</summary>
    private static object Hours(string from) =>
        new
        {
            weekday = 2,
            from,
            to = "11:00",
            minutes = 60,
            place = "门诊",
        };

    private async Task PlanAsync(string physicianId, object plan)
    {
        using var physician = await Care.App.PhysicianAsync(physicianId);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{physicianId}/slot-plan")
        {
            Content = JsonContent.Create(plan),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var answer = await physician.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<IReadOnlyList<(string? Id, string? Start)>> FoundAsync()
    {
        var list = await Care.Worker.GetFromJsonAsync<JsonElement>($"{Address}?discipline=psychiatry");
        return
        [
            .. list.GetProperty("items")
                .EnumerateArray()
                .Select(item =>
                    (
                        item.GetProperty("physician").GetProperty("id").GetString(),
                        item.TryGetProperty("start", out var start)
                            ? start.GetDateTimeOffset().ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", null)
                            : null
                    )
                ),
        ];
    }

    private async Task<HttpStatusCode> StatusAsync(HttpClient client, string discipline)
    {
        using var answer = await client.GetAsync(new Uri($"{Address}?discipline={discipline}", UriKind.Relative));
        return answer.StatusCode;
    }
}
