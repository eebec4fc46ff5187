using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.Platform.Queues;

/// <summary>
/// The envelope of every message, <c>{"n": name, "v": 1, "d": {…}}</c>: it points at rows and holds no personal data. A message whose
/// name or version a function does not know is a fault, so that it ends among the problems and not in silence.
/// </summary>
public static class Pointer
{
    private const int MaximumLength = 1024;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write<T>(T message)
        where T : IMessage
    {
        var text = JsonSerializer.Serialize(new Envelope<T>(T.Name, T.Version, message), Options);
        return text.Length <= MaximumLength ? text : throw new InvalidOperationException($"A message '{T.Name}' is longer than {MaximumLength} characters.");
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

    private sealed record Envelope<T>([property: JsonPropertyName("n")] string N, [property: JsonPropertyName("v")] int V, [property: JsonPropertyName("d")] T D);
}
