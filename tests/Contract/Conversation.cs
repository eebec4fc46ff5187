using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Alleviation.Tests.Contract;

/// <summary>Calls of the document, whose answers must be what the document says.</summary>
public sealed class Conversation(HttpClient client)
{
    /// <param name="by">Who calls, where it is not the conversation's own.</param>
    public async Task<Answer> CallAsync(
        string operationId,
        int status,
        object? body = null,
        IReadOnlyDictionary<string, string>? path = null,
        string query = "",
        IReadOnlyDictionary<string, string>? headers = null,
        HttpClient? by = null,
        string? mediaType = null
    )
    {
        var operation = ApiDocument.Instance.Operation(operationId);
        var address = (path ?? new Dictionary<string, string>()).Aggregate(
            operation.Path,
            (route, value) => route.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal)
        );
        using var request = new HttpRequestMessage(operation.Method, address + query);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType ?? "application/json");
        }
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await (by ?? client).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{operationId} answers {(int)response.StatusCode}, not {status}: {text}");
        Hold(operation, response, text);
        return new Answer(
            IsJson(response) ? JsonDocument.Parse(text).RootElement : default,
            response.Headers.ETag?.Tag,
            response.Headers.Location
        );
    }

    private static void Hold(ApiOperation operation, HttpResponseMessage response, string text)
    {
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(operation.Definition.Responses!.TryGetValue(status, out var declared), $"{operation} does not declare {status}.");
        if (declared!.Content is not { Count: > 0 } contents)
        {
            Assert.Empty(text);
            return;
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        Assert.True(contents.TryGetValue(mediaType, out var content), $"{operation} {status} does not declare '{mediaType}'.");
        if (!IsJson(response))
        {
            return;
        }
        var errors = SchemaCheck.Errors(content!.Schema!, JsonDocument.Parse(text).RootElement);
        Assert.True(errors is [], $"{operation} {status}: {string.Join("; ", errors)}");
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            return;
        }
        foreach (
            var name in (declared.Headers ?? new Dictionary<string, IOpenApiHeader>()).Keys.Where(name =>
                name is not "ETag" || HasState(text)
            )
        )
        {
            Assert.True(response.Headers.Contains(name), $"{operation} {status} declares the header {name} and has none.");
        }
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;

    // A conflict tells no version where the caller may not see the state.
    private static bool HasState(string text) =>
        JsonNode.Parse(text) is JsonObject answer && (!answer.ContainsKey("traceId") || answer.ContainsKey("current"));
}

public sealed record Answer(JsonElement Body, string? ETag, Uri? Location)
{
    public string Text(string property) => Body.GetProperty(property).GetString()!;
}
