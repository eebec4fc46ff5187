using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>The shape of a type of one's own.</summary>
internal sealed class ClassShape<T> : RowShape<T>
    where T : class, ITableEntity
{
    private readonly Column<T>[] _columns = Columns.Of<T>();

    public override void WriteProperties(Utf8JsonWriter writer, object row)
    {
        foreach (var column in _columns) { column.Write(writer, (T)row); }
    }

    public override T Read(ref Utf8JsonReader reader)
    {
        var row = Activator.CreateInstance<T>();
        var next = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("odata.etag"u8))
            {
                reader.Read();
                row.ETag = new ETag(reader.GetString()!);
            }
            else if (reader.ValueSpan.Contains((byte)'@') || Find(ref reader, ref next) is not { } column)
            {
                // A type's name beside a value: the property knows its own. Or nothing that the type asks for.
                reader.Skip();
            }
            else
            {
                reader.Read();
                column.Read(ref reader, row);
            }
        }

        return row;
    }

    // The service keeps the order in which properties were written, so the one after the last found is nearly always it.
    private Column<T>? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var tried = 0; tried < _columns.Length; tried++)
        {
            var column = _columns[next];
            next = next + 1 == _columns.Length ? 0 : next + 1;
            if (reader.ValueTextEquals(column.Name.EncodedUtf8Bytes)) { return column; }
        }

        return null;
    }
}
