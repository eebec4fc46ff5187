using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Appointments;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>A physician with slots from nine to twelve, and an appointment that may be made there.</summary>
public abstract class AppointmentStage() : WithScene<SlotScene>(SlotScene.StartAsync)
{
    protected const string Nine = "2026-12-01T09:00:00+08:00";
    protected const string Ten = "2026-12-01T10:00:00+08:00";

    protected static readonly DateTimeOffset AtNine = DateTimeOffset.Parse(Nine, null);

    protected string Id { get; } = CareScene.NewId();

    protected string Address => Care.Of($"appointments/{Id}");

    protected CareScene Care => Scene.Care;

    protected HttpClient Physician => Scene.Physician;

    protected static BookAppointmentRequest Book(string start) => new(CareScene.County, DateTimeOffset.Parse(start, null), "复诊");

    protected static async Task<IReadOnlyList<JsonElement>> SlotsAsync(HttpClient client) =>
        [
            .. (await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{CareScene.County}/slots?from=2026-12-01&days=1"))
                .GetProperty("items")
                .EnumerateArray(),
        ];

    protected async Task<JsonElement> ListAsync() =>
        (await Care.Worker.GetFromJsonAsync<JsonElement>(Care.Of("appointments"))).GetProperty("items");

    // What a host leaves that dies between the claim and the commit.
    protected async Task ClaimAsync(string id) =>
        Assert.True(
            await Care
                .App.Get<AppointmentTable>()
                .TryClaimAsync(
                    new SlotClaim(CareScene.County, AtNine, 60, "门诊203", id, Care.Household, 1, Care.Clock.GetUtcNow(), "测试"),
                    CancellationToken.None
                )
        );

    protected Task<CheckClaimOutcome> CheckAsync(DateTimeOffset start) =>
        Care
            .App.Get<CheckClaimHandler>()
            .HandleAsync(new ClaimCheck(CareScene.County, start, Care.Household.Value, 1, Id), CancellationToken.None);
}
