using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Rows;

internal sealed class DateTimeOffsetFormat : ValueFormat<DateTimeOffset>
{
    private static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override string EdmType => "Edm.DateTime";

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value) => WriteUtc(writer, value.UtcDateTime);

    public override DateTimeOffset Read(ref Utf8JsonReader reader) =>
        reader.TryGetDateTimeOffset(out var value)
            ? value
            : DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>All seven decimals, as the service keeps them.</summary>
    public static void WriteUtc(Utf8JsonWriter writer, DateTime value)
    {
        // The service refuses it in these words; the emulator would let a forgotten time pass.
        if (value < Earliest)
        {
            var message = $"The value {value:O} is out of range: table storage holds times from 1601 on.";
            throw new RequestFailedException(400, message, nameof(TableErrorCode.OutOfRangeInput), null);
        }

        Span<char> text = stackalloc char[33];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}

internal sealed class DateTimeFormat : ValueFormat<DateTime>
{
    public override string EdmType => "Edm.DateTime";

    public override void Write(Utf8JsonWriter writer, DateTime value)
    {
        // The official client refuses it too: a local time would come back as another one.
        if (value.Kind is not DateTimeKind.Utc)
        {
            throw new NotSupportedException($"A DateTime must be of kind Utc; {value:O} is {value.Kind}.");
        }

        DateTimeOffsetFormat.WriteUtc(writer, value);
    }

    public override DateTime Read(ref Utf8JsonReader reader) =>
        reader.TryGetDateTime(out var value) ? value : DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
