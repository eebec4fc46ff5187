using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>A value whose type only the value itself, or the service, can tell.</summary>
internal static class LooseValue
{
    private static readonly Int64Format Long = new();
    private static readonly DoubleFormat Double = new();
    private static readonly GuidFormat Guid = new();
    private static readonly DateTimeFormat DateTime = new();
    private static readonly DateTimeOffsetFormat DateTimeOffset = new();
    private static readonly BinaryFormat Binary = new();
    private static readonly BinaryDataFormat BinaryData = new();

    public static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text: writer.WriteString(name, text); break;
            case bool truth: writer.WriteBoolean(name, truth); break;
            case int number: writer.WriteNumber(name, number); break;
            case Enum member: writer.WriteString(name, member.ToString()); break;
            case long number: Write(writer, name, number, Long); break;
            case double number: Write(writer, name, number, Double); break;
            case Guid id: Write(writer, name, id, Guid); break;
            case DateTime time: Write(writer, name, time, DateTime); break;
            case DateTimeOffset time: Write(writer, name, time, DateTimeOffset); break;
            case byte[] bytes: Write(writer, name, bytes, Binary); break;
            case BinaryData bytes: Write(writer, name, bytes, BinaryData); break;
            default: throw new NotSupportedException($"{name} is a {value.GetType().Name}, which table storage does not hold.");
        }
    }

    public static object? Read(ref Utf8JsonReader reader, string? edmType) => (reader.TokenType, edmType) switch
    {
        (JsonTokenType.Null, _) => null,
        (JsonTokenType.True or JsonTokenType.False, _) => reader.GetBoolean(),
        (_, "Edm.Double") => Double.Read(ref reader),
        (JsonTokenType.Number, _) => reader.TryGetInt32(out var number) ? (object)number : reader.GetDouble(),
        (_, "Edm.Int64") => Long.Read(ref reader),
        (_, "Edm.Guid") => Guid.Read(ref reader),
        (_, "Edm.DateTime") => DateTimeOffset.Read(ref reader),
        (_, "Edm.Binary") => Binary.Read(ref reader),
        _ => reader.GetString(),
    };

    private static void Write<T>(Utf8JsonWriter writer, string name, T value, ValueFormat<T> format)
    {
        writer.WriteString($"{name}@odata.type", format.EdmType);
        writer.WritePropertyName(name);
        format.Write(writer, value);
    }
}
