using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>A 64-bit number is a string: JSON readers elsewhere would round it.</summary>
internal sealed class Int64Format : ValueFormat<long>
{
    public override string EdmType => "Edm.Int64";

    public override void Write(Utf8JsonWriter writer, long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(digits[..length]);
    }

    public override long Read(ref Utf8JsonReader reader) => long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

internal sealed class DoubleFormat : ValueFormat<double>
{
    public override string EdmType => "Edm.Double";

    public override void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value)) { writer.WriteNumberValue(value); }
        else { writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture)); }
    }

    public override double Read(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number ? reader.GetDouble() : double.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
}

internal sealed class GuidFormat : ValueFormat<Guid>
{
    public override string EdmType => "Edm.Guid";

    public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    public override Guid Read(ref Utf8JsonReader reader) => reader.TryGetGuid(out var value) ? value : Guid.Parse(reader.GetString()!);
}

internal sealed class BinaryFormat : ValueFormat<byte[]?>
{
    public override string EdmType => "Edm.Binary";

    public override void Write(Utf8JsonWriter writer, byte[]? value) => writer.WriteBase64StringValue(value);

    public override byte[]? Read(ref Utf8JsonReader reader) => reader.GetBytesFromBase64();
}

internal sealed class BinaryDataFormat : ValueFormat<BinaryData?>
{
    public override string EdmType => "Edm.Binary";

    public override void Write(Utf8JsonWriter writer, BinaryData? value) => writer.WriteBase64StringValue(value!.ToMemory().Span);

    public override BinaryData? Read(ref Utf8JsonReader reader) => BinaryData.FromBytes(reader.GetBytesFromBase64());
}
