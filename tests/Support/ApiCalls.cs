using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Coverage;

namespace Alleviation.Tests.Support;

/// <summary>What a test does by the endpoints, in one word each.</summary>
public static class ApiCalls
{
    /// <summary>Enrols a household that is accepted.</summary>
    /// <returns>Where it is.</returns>
    public static async Task<Uri> EnrolsAsync(this HttpClient worker, object household)
    {
        using var answer = await worker.PostAsJsonAsync("/api/households", household);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>Sends a correction made for the version.</summary>
    public static async Task<HttpResponseMessage> CorrectsAsync(this HttpClient worker, Uri location, object household, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, location) { Content = JsonContent.Create(household) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse($"\"v{version}\""));
        return await worker.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static IReadOnlyList<string?> RecordNumbers(this JsonElement household) =>
        [
            .. household
                .GetProperty("members")
                .EnumerateArray()
                .Select(member => member.TryGetProperty("recordNumber", out var number) ? number.GetString() : null),
        ];

    /// <summary>Until a region is counted so.</summary>
    public static Task CountsAsync(this AppUnderTest app, string region, Func<CoverageCounts, bool> condition) =>
        Eventually.SeesAsync(
            async () => (await app.Get<CoverageTable>().ReadAsync(region, CancellationToken.None)).Total?.Counts ?? CoverageCounts.None,
            condition
        );
}
