using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.Households;

/// <summary>Of a month: follow-ups due, and those of them done in time.</summary>
/// <param name="Month">Months since the year nought, so that the next is one more.</param>
[JsonConverter(typeof(LedgerMonthJson))]
public readonly record struct LedgerMonth(int Month, int Due, int OnTime)
{
    public static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;
}

/// <summary>Short, for a header holds up to thirty members: <c>24323:2/1</c>.</summary>
public sealed class LedgerMonthJson : JsonConverter<LedgerMonth>
{
    public override LedgerMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = (reader.GetString() ?? "").Split(':', '/');
        return parts.Length == 3
            ? new LedgerMonth(Number(parts[0]), Number(parts[1]), Number(parts[2]))
            : throw new JsonException("Not a month of a ledger.");
    }

    public override void Write(Utf8JsonWriter writer, LedgerMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Month}:{value.Due}/{value.OnTime}"));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
