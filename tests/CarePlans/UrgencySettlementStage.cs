using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>A household whose first member is visited, and what settles what is urgent about that member.</summary>
public abstract class UrgencySettlementStage() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    protected const string Treated = "已送镇卫生院，血压降至150/90";

    protected async Task VisitAsync(string changes) =>
        await Scene.Worker.PutsAsync(
            Scene.Of($"visits/{CareScene.NewId()}"),
            SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow(), changes)
        );

    /// <param name="findings">Those that were seen; null for what the list tells now.</param>
    protected async Task<HttpStatusCode> SettleAsync(HttpClient client, string id, string? reason, JsonElement? findings = null)
    {
        var body = new { reason, findings = findings ?? (await LineAsync()).GetProperty("urgencies") };
        using var answer = await client.PutAsJsonAsync(Scene.Of($"urgency-settlements/{id}"), body);
        return answer.StatusCode;
    }

    protected async Task<JsonElement> LineAsync() =>
        (await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/regions/{Some.Township}/worklist"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(line => line.TryGetProperty("member", out var member) && member.GetInt32() == 1);

    protected async Task<IReadOnlyList<JsonElement>> EntriesAsync()
    {
        var number = (await Scene.ReadAsync()).Members[0].RecordNumber;
        var page = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries");
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    protected static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
