using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Functions.Platform.Telemetry;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>
/// The envelope of every message, <c>{"n": name, "v": 1, "d": {…}}</c>: it points at rows and holds no personal data. A message whose
/// name or version a function does not know is a fault, so that it ends among the problems and not in silence. Where traces are
/// collected, <c>"t"</c> is the W3C traceparent of whoever sent it; it is no part of what the message says.
/// </summary>
public static class Pointer
{
    private const int MaximumLength = 1024;
    private const string TraceName = ",\"t\":\"";
    private const int TraceparentLength = 55;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write<T>(T message)
        where T : IMessage
    {
        var text = JsonSerializer.Serialize(new Envelope<T>(T.Name, T.Version, message), Options);
        if (text.Length > MaximumLength)
        {
            throw new InvalidOperationException($"A message '{T.Name}' is longer than {MaximumLength} characters.");
        }

        // Last, so that it can be taken off again; and left off where the message alone is as long as may be.
        var hasRoom = text.Length + TraceName.Length + TraceparentLength + 1 <= MaximumLength;
        return hasRoom && Traces.Parent is { Length: TraceparentLength } trace ? $"{text[..^1]}{TraceName}{trace}\"}}" : text;
    }

    /// <exception cref="JsonException">The text is another message, another version of it, or none at all.</exception>
    public static T Read<T>(string text)
        where T : IMessage
    {
        var envelope = JsonSerializer.Deserialize<Envelope<T>>(text, Options);
        return envelope is { N: { } name, D: { } message } && name == T.Name && envelope.V == T.Version
            ? message
            : throw new JsonException($"The message is not '{T.Name}' version {T.Version}.");
    }

    /// <summary>The traceparent of whoever sent the message, if any stands there.</summary>
    public static string? TraceOf(string text) => IsTraced(text) ? text[^(TraceparentLength + 2)..^2] : null;

    /// <summary>What the message says: the same step, sent by two requests, is the same.</summary>
    public static string WithoutTrace(string text) => IsTraced(text) ? $"{text[..^(TraceName.Length + TraceparentLength + 2)]}}}" : text;

    private static bool IsTraced(string text) =>
        text.Length > TraceName.Length + TraceparentLength + 2
        && text.EndsWith("\"}", StringComparison.Ordinal)
        && text.AsSpan(text.Length - TraceName.Length - TraceparentLength - 2).StartsWith(TraceName, StringComparison.Ordinal);

    private sealed record Envelope<T>([property: JsonPropertyName("n")] string N, [property: JsonPropertyName("v")] int V, [property: JsonPropertyName("d")] T D);
}
