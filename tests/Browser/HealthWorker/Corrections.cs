using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

internal static class Corrections
{
    /// <summary>From the household's step, where the correction is open, through the others into the outbox.</summary>
    public static async Task CorrectsAsync(this Window window, params (string Field, string Value)[] changes)
    {
        foreach (var (field, value) in changes)
        {
            await window.Field(field).FillAsync(value);
        }
        foreach (var title in new[] { "家里有哪些人？", "患有哪些病？", "今天的测量值", "核对并发送" })
        {
            await window.NextAsync(title);
        }
        await window.Button("发送").ClickAsync();
        await Expect(window.Heading).ToHaveTextAsync("待发送");
    }

    public static Task<JsonElement> EnrolmentAsync(this HttpClient client, Uri location) =>
        client.GetFromJsonAsync<JsonElement>($"{location}/enrolment");

    public static async Task<string?> AddressAsync(this HttpClient client, Uri location) =>
        (await client.EnrolmentAsync(location)).GetProperty("address").GetString();
}
