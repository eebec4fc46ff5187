using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>How a document is written into a column. Property names are a stored contract: a renamed property is a lost value.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDerived } },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] WriteUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">The text is no such document.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored document is null.");

    /// <exception cref="JsonException">It is no such document.</exception>
    public static T Read<T>(JsonNode json) => json.Deserialize<T>(Options) ?? throw new JsonException("A stored document is null.");

    /// <summary>
    /// Whether both say the same, lists by their items and numbers by their value: an upload that would change nothing is not stored
    /// again. Properties that are added to a document are compared, too.
    /// </summary>
    public static bool IsSame<T>(T first, T second) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(first, Options), JsonSerializer.SerializeToElement(second, Options));

    // IgnoreReadOnlyProperties would keep those that are collections, and a household's row would hold its members twice.
    private static void LeaveOutDerived(JsonTypeInfo type)
    {
        foreach (var derived in type.Properties.Where(property => property is { Set: null, AssociatedParameter: null }).ToList())
        {
            type.Properties.Remove(derived);
        }
    }
}
