using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Rows;

/// <summary>Rows to bytes and back.</summary>
internal static class RowJson
{
    private static readonly JsonWriterOptions Plain = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>A body that can be sent again on a retry.</summary>
    public static RequestContent Content(ITableEntity row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer, row);
        return RequestContent.Create(buffer.WrittenMemory);
    }

    public static void Write(IBufferWriter<byte> buffer, ITableEntity row)
    {
        var shape = RowShape.Of(row.GetType());
        // Taken for the time of writing: a property's getter might itself write a row.
        var writer = _writer ?? new Utf8JsonWriter(Stream.Null, Plain);
        _writer = null;
        writer.Reset(buffer);
        writer.WriteStartObject();
        shape.WriteProperties(writer, row);
        writer.WriteEndObject();
        writer.Flush();
        _writer = writer;
    }

    public static T Read<T>(Response response)
        where T : class
    {
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        return RowShape.Of<T>().Read(ref reader);
    }

    public static List<T> ReadPage<T>(Response response)
        where T : class
    {
        var shape = RowShape.Of<T>();
        var rows = new List<T>();
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("value"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (reader.Read() && reader.TokenType is JsonTokenType.StartObject) { rows.Add(shape.Read(ref reader)); }
        }

        return rows;
    }
}
