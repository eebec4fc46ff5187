using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>One property of an entity type.</summary>
internal abstract class Column<TRow>(string name)
{
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(name);

    public abstract void Write(Utf8JsonWriter writer, TRow row);

    public abstract void Read(ref Utf8JsonReader reader, TRow row);
}

internal sealed class Column<TRow, TValue>(string name, Func<TRow, TValue>? get, Action<TRow, TValue>? set) : Column<TRow>(name)
{
    // Their values are the service's: they are read and never sent.
    private readonly bool _isSent = get is not null && name is not (nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag));
    private readonly ValueFormat<TValue>? _format = ValueFormats.Find<TValue>();
    private readonly JsonEncodedText _typeName = JsonEncodedText.Encode($"{name}@odata.type");
    private readonly JsonEncodedText? _type = ValueFormats.Find<TValue>()?.EdmType is { } type ? JsonEncodedText.Encode(type) : null;

    public override void Write(Utf8JsonWriter writer, TRow row)
    {
        if (!_isSent) { return; }
        var value = get!(row);
        if (value is null) { return; }
        if (_format is null)
        {
            throw new NotSupportedException(
                $"{typeof(TRow).Name}.{Name} is a {typeof(TValue).Name}, which table storage does not hold: leave it out with [IgnoreDataMember].");
        }

        if (_type is { } type) { writer.WriteString(_typeName, type); }
        writer.WritePropertyName(Name);
        _format.Write(writer, value);
    }

    public override void Read(ref Utf8JsonReader reader, TRow row)
    {
        if (set is null || _format is null)
        {
            reader.Skip();
        }
        else if (reader.TokenType is not JsonTokenType.Null)
        {
            set(row, _format.Read(ref reader));
        }
    }
}
