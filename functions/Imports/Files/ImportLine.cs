using System.Globalization;
using System.Text.Json.Serialization;

namespace Alleviation.Functions.Imports.Files;

/// <summary>One line of the list: one member of a household.</summary>
/// <param name="Number">The row's number as a spreadsheet shows it.</param>
/// <param name="Cells">The cells that are not empty, by column name.</param>
/// <param name="Place">The place of its sheet in the file.</param>
/// <param name="Sheet">The sheet's name; null where the file has but one.</param>
public sealed record ImportLine(
    [property: JsonPropertyName("n")] int Number,
    [property: JsonPropertyName("c")] IReadOnlyDictionary<string, string> Cells,
    [property: JsonPropertyName("p")] int Place = 0,
    [property: JsonPropertyName("s")] string? Sheet = null
)
{
    /// <summary>In the order of the file, and different for every line of it.</summary>
    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Place:D3}{Number:D7}");

    /// <summary>Completed by values that are the same for every line; where it has a cell, the cell counts.</summary>
    public ImportLine With(IEnumerable<KeyValuePair<string, string>> values)
    {
        var cells = new Dictionary<string, string>(Cells, StringComparer.Ordinal);
        foreach (var (column, value) in values)
        {
            cells.TryAdd(column, value);
        }
        return this with { Cells = cells };
    }

    [JsonIgnore]
    public string? this[ImportColumn column] => Cells.GetValueOrDefault(column.Name);
}
