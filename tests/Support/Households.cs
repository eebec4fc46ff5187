using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Physicians;

namespace Alleviation.Tests.Support;

/// <summary>The steps that many tests begin with.</summary>
public static class Households
{
    public static async Task HasPhysicianAsync(
        this AppUnderTest app,
        string id,
        string region,
        string disciplines = "generalPractice",
        int panelSize = 500
    )
    {
        var result = await app.Get<SavePhysicianHandler>()
            .HandleAsync(
                new PhysicianRequest(id, "医师", disciplines.Split(';'), region, "示范医院", panelSize, null),
                version: null,
                CancellationToken.None
            );
        Assert.Equal(SavePhysicianOutcome.Added, result.Outcome);
    }

    /// <summary>The household, once it has the status.</summary>
    public static Task<JsonElement> HasStatusAsync(this HttpClient client, Uri location, string status) =>
        Eventually.SeesAsync(
            () => client.GetFromJsonAsync<JsonElement>(location),
            household => household.GetProperty("status").GetString() == status
        );

    public static Task<JsonElement> ListedAsync(this HttpClient client, Uri location) => client.HasStatusAsync(location, "listed");

    /// <summary>Until the township's list shows it so: the list follows the household.</summary>
    public static Task<JsonElement> IsShownAsync(this HttpClient client, Uri location, string status, string township = Some.Township) =>
        Eventually.SeesAsync(
            () => client.GetFromJsonAsync<JsonElement>($"/api/households?region={township}&status={status}"),
            page =>
                page.GetProperty("items")
                    .EnumerateArray()
                    .Any(line => location.ToString().EndsWith(line.GetProperty("id").GetString()!, StringComparison.Ordinal))
        );
}
