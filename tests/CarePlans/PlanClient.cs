using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alleviation.Tests.CarePlans;

/// <summary>What people do with the plan of a household's first member, by the endpoints.</summary>
internal static class PlanClient
{
    public static object Done(string on = "2026-11-26") => new { outcome = "done", on };

    public static async Task<JsonElement> PlanAsync(this HttpClient client, Uri household) =>
        await client.GetFromJsonAsync<JsonElement>(At(household));

    /// <summary>A step, a changed plan or an opinion, made for a version; a body is PUT where it goes to no step.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> StepAsync(
        this HttpClient client,
        Uri household,
        string step,
        int? version,
        object body,
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, At(household) + step) { Content = JsonContent.Create(body) };
        if (version is { } read)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse($"\"v{read}\""));
        }
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>A step that is taken.</summary>
    public static async Task<JsonElement> TakesAsync(this HttpClient client, Uri household, string step, object? body = null)
    {
        var version = (await client.PlanAsync(household)).GetProperty("planVersion").GetInt32();
        var (status, plan) = await client.StepAsync(household, step, version, body ?? new { });
        Assert.True(status is HttpStatusCode.OK, $"{step}: {status} {plan}");
        return plan;
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> EditsAsync(
        this HttpClient client,
        Uri household,
        int version,
        JsonNode form
    ) => client.StepAsync(household, "", version, form, HttpMethod.Put);

    public static Task<(HttpStatusCode Status, JsonElement Body)> OpinesAsync(
        this HttpClient client,
        Uri household,
        int version,
        string findings,
        string discipline = "cardiology"
    ) => client.StepAsync(household, $"/opinions/{discipline}", version, new { findings }, HttpMethod.Put);

    public static Task<(HttpStatusCode Status, JsonElement Body)> ReportsAsync(
        this HttpClient client,
        Uri household,
        string activity,
        Guid id,
        object report
    ) => client.StepAsync(household, $"/activities/{activity}/reports/{id}", null, report, HttpMethod.Put);

    /// <summary>The plan as the body that would leave it as it is.</summary>
    public static JsonObject FormOf(JsonElement plan) =>
        new()
        {
            ["goals"] = new JsonArray([
                .. plan.GetProperty("goals")
                    .EnumerateArray()
                    .Select(goal => Copy(goal, "code", "reading", "comparison", "target", "unit", "by")),
            ]),
            ["activities"] = new JsonArray([
                .. plan.GetProperty("activities")
                    .EnumerateArray()
                    .Select(activity =>
                    {
                        var copy = Copy(activity, "code", "kind", "discipline", "everyDays", "startsOn", "endsOn");
                        copy["text"] = activity.GetProperty("label").GetProperty("zh-CN").GetString();
                        copy["instructions"] = activity.GetProperty("instructions").GetProperty("zh-CN").GetString();
                        return copy;
                    }),
            ]),
            ["followUps"] = new JsonArray([
                .. plan.GetProperty("followUps").EnumerateArray().Select(followUp => Copy(followUp, "form", "everyDays", "visitsPerYear")),
            ]),
        };

    public static int Version(this JsonElement plan) => plan.GetProperty("planVersion").GetInt32();

    public static string Status(this JsonElement plan) => plan.GetProperty("status").GetString()!;

    public static string[] Words(this JsonElement plan, string list) =>
        [.. plan.GetProperty(list).EnumerateArray().Select(item => item.GetString()!)];

    private static string At(Uri household) => $"{household}/members/1/care-plan";

    private static JsonObject Copy(JsonElement item, params string[] fields)
    {
        var copy = new JsonObject();
        foreach (var field in fields)
        {
            if (item.TryGetProperty(field, out var value))
            {
                copy[field] = JsonNode.Parse(value.GetRawText());
            }
        }

        return copy;
    }
}
