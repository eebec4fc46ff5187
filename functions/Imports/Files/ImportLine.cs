using System.Text.Json.Serialization;

namespace Alleviation.Functions.Imports.Files;

/// <summary>One line of the list: one member of a household.</summary>
/// <param name="Number">The row's number as a spreadsheet shows it.</param>
/// <param name="Cells">The cells that are not empty, by column name.</param>
public sealed record ImportLine(
    [property: JsonPropertyName("n")] int Number,
    [property: JsonPropertyName("c")] IReadOnlyDictionary<string, string> Cells)
{
    [JsonIgnore]
    public string? this[ImportColumn column] => Cells.GetValueOrDefault(column.Name);
}
