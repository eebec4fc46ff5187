using System.Text.Json;

namespace Azure.Data.Tables.Rows;

internal sealed class StringFormat : ValueFormat<string?>
{
    public override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    public override string? Read(ref Utf8JsonReader reader) => reader.GetString();
}

internal sealed class BooleanFormat : ValueFormat<bool>
{
    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public override bool Read(ref Utf8JsonReader reader) => reader.GetBoolean();
}

internal sealed class Int32Format : ValueFormat<int>
{
    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public override int Read(ref Utf8JsonReader reader) => reader.GetInt32();
}

internal sealed class EnumFormat<T> : ValueFormat<T>
    where T : struct, Enum
{
    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.ToString());

    public override T Read(ref Utf8JsonReader reader) => Enum.Parse<T>(reader.GetString()!);
}

internal sealed class NullableFormat<T>(ValueFormat<T> inner) : ValueFormat<T?>
    where T : struct
{
    public override string? EdmType => inner.EdmType;

    public override void Write(Utf8JsonWriter writer, T? value) => inner.Write(writer, value.GetValueOrDefault());

    public override T? Read(ref Utf8JsonReader reader) => inner.Read(ref reader);
}
