using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.Households;

/// <summary>
/// A household's id: two hexadecimal characters of shard, a dash, thirty more, all from the fingerprint of its registration number.
/// A second enrolment of the same household finds the first, and the id in an address reveals nothing.
/// </summary>
[JsonConverter(typeof(HouseholdIdJson))]
public readonly record struct HouseholdId
{
    /// <summary>What the fingerprint of a registration number is made for (see Fingerprinter).</summary>
    public const string FingerprintPurpose = "registration-number";

    private const int ShardLength = 2;
    private const int Length = 33;

    private HouseholdId(string value) => Value = value;

    public string Value { get; }

    /// <param name="fingerprint">32 lower-case hexadecimal characters.</param>
    public static HouseholdId OfFingerprint(string fingerprint) => new($"{fingerprint[..ShardLength]}-{fingerprint[ShardLength..]}");

    public static bool TryParse([NotNullWhen(true)] string? text, out HouseholdId id)
    {
        id = default;
        if (text is not { Length: Length } || text[ShardLength] != '-')
        {
            return false;
        }
        for (var index = 0; index < text.Length; index++)
        {
            if (index != ShardLength && !char.IsAsciiHexDigitLower(text[index]))
            {
                return false;
            }
        }

        id = new HouseholdId(text);
        return true;
    }

    public override string ToString() => Value;
}

/// <summary>A household id is its text, in documents and in answers.</summary>
public sealed class HouseholdIdJson : JsonConverter<HouseholdId>
{
    public override HouseholdId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HouseholdId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a household id.");

    public override void Write(Utf8JsonWriter writer, HouseholdId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
