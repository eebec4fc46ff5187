using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Platform.Http;

/// <summary>
/// Reads a moment with its offset from UTC (RFC 3339), within <see cref="TimeRange"/>. Without an offset it would be eight hours off for
/// whoever means China's time.
/// </summary>
internal sealed class MomentJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
        && reader.TryGetDateTimeOffset(out var moment)
        && HasOffset(reader.GetString()!)
        && TimeRange.Holds(moment)
            ? moment
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    // Behind the time only: a day alone has hyphens, too.
    private static bool HasOffset(string text) =>
        text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time && text.AsSpan(time).IndexOfAny('Z', '+', '-') > 0;
}

/// <summary>Reads a day within <see cref="TimeRange"/>.</summary>
internal sealed class DayJson : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && TimeRange.TryParseDay(reader.GetString(), out var day)
            ? day
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
