using System.Text.Json;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>The key ring as it is kept: one JSON document.</summary>
public static class KeyRingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Write(KeyRing keys) => JsonSerializer.Serialize(keys, Options);

    /// <exception cref="InvalidDataException">It is not a key ring. The text itself is never told.</exception>
    public static KeyRing Read(string json, string place)
    {
        try
        {
            if (JsonSerializer.Deserialize<KeyRing>(json, Options) is { } keys && IsWhole(keys))
            {
                return keys;
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NotSupportedException)
        {
            // Told below, without the inner exception: it could quote the document.
        }
        throw new InvalidDataException($"There is no complete key ring in {place}.");
    }

    private static bool IsWhole(KeyRing keys) =>
        keys is { Sealing: not null, Fingerprint.Length: KeyRing.KeyLength, Signing.Length: KeyRing.KeyLength }
        && keys.Sealing.ContainsKey(keys.Current)
        && keys.Sealing.Values.All(key => key.Length is KeyRing.KeyLength);
}
