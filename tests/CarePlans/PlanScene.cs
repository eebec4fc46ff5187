using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>A listed household with a draft, and a specialist whom it calls for.</summary>
public sealed record PlanScene(TownshipScene Township, HttpClient Specialist, Uri Household) : IAsyncDisposable
{
    public const string SpecialistId = "P441402-01";

    public static Task<PlanScene> StartAsync() =>
        TownshipScene
            .StartAsync()
            .ThenAsync(async township =>
            {
                await township.App.HasPhysicianAsync(SpecialistId, Some.County, "cardiology");
                var household = await township.Worker.EnrolsAsync(Some.Household());
                await township.Worker.ListedAsync(household);
                return new PlanScene(township, await township.App.PhysicianAsync(SpecialistId), household);
            });

    /// <summary>The kinds of the entries in the record of the first member.</summary>
    public async Task<string[]> EntriesAsync(HttpClient reader)
    {
        var number = (await reader.GetFromJsonAsync<JsonElement>(Household)).RecordNumbers()[0];
        return
        [
            .. (await reader.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("kind").GetString()!),
        ];
    }

    public ValueTask DisposeAsync() => Township.DisposeAsync();
}
