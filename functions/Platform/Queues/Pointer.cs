using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Telemetry;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>
/// The envelope of every message, <c>{"n": name, "v": 1, "d": {…}}</c>: it points at rows and holds no personal data. A message whose
/// name or version a function does not know is a fault, so that it ends among the problems and not in silence. Two notes may follow,
/// which are no part of what the message says: <c>"a"</c>, the second (Unix time) before which a delayed message is not to be taken, and,
/// where traces are collected, <c>"t"</c>, the W3C traceparent of whoever sent it.
/// </summary>
public static partial class Pointer
{
    private const int MaxLength = 1024;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="message">What it says.</param>
    /// <param name="due">When it may be taken, where that is later than now.</param>
    public static string Write<T>(T message, DateTimeOffset? due = null)
        where T : IMessage
    {
        var text = JsonSerializer.Serialize(new Envelope<T>(T.Name, T.Version, message), Options);
        if (text.Length > MaxLength)
        {
            throw new InvalidOperationException($"A message '{T.Name}' is longer than {MaxLength} characters.");
        }

        text = WithNote(text, due is { } at ? string.Create(CultureInfo.InvariantCulture, $"\"a\":{at.ToUnixTimeSeconds()}") : null);
        return WithNote(text, Traces.Parent is { } trace ? $"\"t\":\"{trace}\"" : null);
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
    public static string? TraceOf(string text) => Notes().Match(text).Groups["trace"] is { Success: true } trace ? trace.Value : null;

    /// <summary>Since when the message waits to be taken: since it was sent, or since its delay was over.</summary>
    public static DateTimeOffset WaitsSince(string text, DateTimeOffset sent)
    {
        var note = Notes().Match(text).Groups["due"];
        if (!note.Success)
        {
            return sent;
        }
        var due = DateTimeOffset.FromUnixTimeSeconds(long.Parse(note.Value, CultureInfo.InvariantCulture));
        return due > sent ? due : sent;
    }

    /// <summary>What the message says: the same step, sent by two requests, is the same.</summary>
    public static string WithoutNotes(string text) => Notes().Replace(text, "}");

    // Left off where the message alone is as long as may be.
    private static string WithNote(string text, string? note) =>
        note is null || text.Length + note.Length + 1 > MaxLength ? text : $"{text[..^1]},{note}}}";

    [GeneratedRegex(
        """(,"a":(?<due>[0-9]{10}))?(,"t":"(?<trace>[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})")?\}$""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Notes();

    private sealed record Envelope<T>(
        [property: JsonPropertyName("n")] string N,
        [property: JsonPropertyName("v")] int V,
        [property: JsonPropertyName("d")] T D
    );
}
