using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>The shape of a row whose properties are only known when it is met.</summary>
internal sealed class TableEntityShape : RowShape<TableEntity>
{
    private const string TypeSuffix = "@odata.type";

    public override void WriteProperties(Utf8JsonWriter writer, object row)
    {
        foreach (var (name, value) in (IEnumerable<KeyValuePair<string, object?>>)row)
        {
            if (value is null || name is nameof(TableEntity.Timestamp) || IsMetadata(name)) { continue; }
            LooseValue.Write(writer, name, value);
        }
    }

    public override TableEntity Read(ref Utf8JsonReader reader)
    {
        var row = new TableEntity();
        var types = new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(TableEntity.Timestamp)] = "Edm.DateTime" };
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                types[name[..^TypeSuffix.Length]] = reader.GetString()!;
            }
            else if (name is TableEntity.ETagKey || !IsMetadata(name))
            {
                row.Put(name, LooseValue.Read(ref reader, types.GetValueOrDefault(name)));
            }
            else
            {
                reader.Skip();
            }
        }

        return row;
    }

    private static bool IsMetadata(string name) => name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal);
}
