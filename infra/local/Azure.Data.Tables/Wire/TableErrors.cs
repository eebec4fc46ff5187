using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads the service's <c>odata.error</c>, so that a fault carries its code.</summary>
internal sealed class TableErrors : RequestFailedDetailsParser
{
    public static readonly TableErrors Instance = new();

    public static RequestFailedException Fault(Response response) => new(response, null, Instance);

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        data = new Dictionary<string, string>();
        error = Read(response) ?? (response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null);
        return error is not null;
    }

    /// <summary>The code that the answer tells, without the cost of a fault.</summary>
    public static string? CodeOf(Response response) => Read(response)?.Code;

    private static ResponseError? Read(Response response)
    {
        if (response.ContentStream is null) { return null; }
        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            return Within(document.RootElement, "odata.error") is { } error
                ? new ResponseError(Within(error, "code")?.GetString(), Within(Within(error, "message"), "value")?.GetString())
                : null;
        }
        catch (JsonException)
        {
            // A proxy's page, or the emulator's XML.
            return null;
        }
    }

    private static JsonElement? Within(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var child) ? child : null;
}
