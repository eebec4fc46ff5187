using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.Households;

/// <summary>A household id is its text, in documents and in answers.</summary>
public sealed class HouseholdIdJson : JsonConverter<HouseholdId>
{
    public override HouseholdId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HouseholdId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a household id.");

    public override void Write(Utf8JsonWriter writer, HouseholdId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
