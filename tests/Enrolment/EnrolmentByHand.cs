using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>Sends a household that is right but for one place, and holds the answer against what is wrong there.</summary>
internal sealed class EnrolmentByHand(HttpClient worker)
{
    public async Task RefusedAsync(string path, string? value, params string[] findings)
    {
        foreach (var (language, isChinese) in new[] { ("en", false), ("zh-CN", true) })
        {
            using var response = await PostAsync(Household(), path, value, language);
            await RefusedAsync(response, isChinese, findings);
        }
    }

    public async Task RefusedAsync(JsonNode household, params string[] findings)
    {
        using var response = await worker.PostAsJsonAsync("/api/households", household);
        await RefusedAsync(response, isChinese: true, findings);
    }

    private static async Task RefusedAsync(HttpResponseMessage response, bool isChinese, string[] findings)
    {
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = problem["errors"]!.AsArray();
        Assert.Equal(findings, errors.Select(error => $"{error!["field"]} {error["code"]}"));
        Assert.All(
            errors,
            error => Assert.Equal(isChinese, ((string)error!["message"]!).Any(character => character is >= '\u4e00' and <= '\u9fff'))
        );
    }

    public static string Valid(string digits) => digits + CitizenId.CheckCharacterOf(digits);

    public static JsonNode Household() => JsonSerializer.SerializeToNode(Some.Household())!;

    /// <param name="value">JSON; or long:n, a text of n characters; many:n, a list of n; id:…, wrong:…, 17 digits with the right or a
    /// wrong check character; null to leave it out.</param>
    public async Task<HttpResponseMessage> PostAsync(JsonNode household, string path, string? value, string language)
    {
        var steps = path.Split('.');
        var parent = steps[..^1]
            .Aggregate(
                household,
                (node, step) =>
                    int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step] ??= new JsonObject()
            );
        const string Place = "here it is";
        if (value is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = Place;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/households")
        {
            Content = new StringContent(
                household.ToJsonString().Replace($"\"{Place}\"", Json(value, steps[^1]), StringComparison.Ordinal),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language.Split(',')[0]));
        foreach (var other in language.Split(',').Skip(1))
        {
            request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(other.Trim()));
        }
        return await worker.SendAsync(request);
    }

    private static string Json(string? value, string field) =>
        value?.Split(':') switch
        {
            ["long", var count] => $"\"{new string('长', int.Parse(count, CultureInfo.InvariantCulture))}\"",
            ["many", var count] => "["
                + string.Join(
                    ',',
                    Enumerable.Repeat(field is "causes" ? "\"illness\"" : "{}", int.Parse(count, CultureInfo.InvariantCulture))
                )
                + "]",
            ["id", var digits] => $"\"{Valid(digits)}\"",
            ["wrong", var digits] => $"\"{digits}{(CitizenId.CheckCharacterOf(digits) is '0' ? '1' : '0')}\"",
            _ => value ?? "",
        };
}
