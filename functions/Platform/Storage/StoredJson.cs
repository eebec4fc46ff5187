using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Alleviation.Functions.Platform.Sealing;

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

    /// <summary>Written and sealed to its place.</summary>
    public static byte[] SealDocument<T>(this FieldSealer sealer, T document, string context) =>
        sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(document, Options), context);

    /// <exception cref="SealBrokenException">It is not what was sealed there.</exception>
    public static T OpenDocument<T>(this FieldSealer sealer, byte[] sealedBytes, string context) =>
        JsonSerializer.Deserialize<T>(sealer.OpenBytes(sealedBytes, context), Options) ?? throw new JsonException("A stored document is null.");

    /// <exception cref="JsonException">The column holds something else: a fault, never a person's mistake.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored document is null.");

    // IgnoreReadOnlyProperties would keep those that are collections, and a household's row would hold its members twice.
    private static void LeaveOutDerived(JsonTypeInfo type)
    {
        foreach (var derived in type.Properties.Where(property => property is { Set: null, AssociatedParameter: null }).ToList()) { type.Properties.Remove(derived); }
    }
}
