using System.Text;

namespace Alleviation.Functions.Imports.Files;

/// <summary>The heading row: which column stands where.</summary>
public sealed class Headings
{
    private readonly Dictionary<ImportColumn, int> _places = [];

    private Headings(SheetRow row)
    {
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (ImportColumns.OfHeading(row.Cells[place]) is { } column && !_places.TryAdd(column, place)) { Twice = column; }
        }
    }

    /// <summary>A column that the row names twice, so that nobody knows which one counts.</summary>
    public ImportColumn? Twice { get; }

    /// <summary>The row read as headings; null where it has none (a title above them, or no registry list at all).</summary>
    public static Headings? In(SheetRow row) => new Headings(row) is { _places.Count: >= 2 } headings ? headings : null;

    public IReadOnlyList<ImportColumn> Missing(IEnumerable<ImportColumn> required) => [.. required.Where(column => !_places.ContainsKey(column))];

    /// <summary>The line's cells by column name, tidied, empty ones left out.</summary>
    public Dictionary<string, string> Read(SheetRow row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, place) in _places)
        {
            if (place < row.Cells.Count && CellText.Tidy(row.Cells[place], column.FreeText) is { Length: > 0 } text) { cells[column.Name] = text; }
        }

        return cells;
    }

    /// <summary>"*身份证号 (必填)", "ID number" and "id_number" are headings, too: only letters before the first bracket count.</summary>
    internal static string Simplify(string heading)
    {
        var simple = new StringBuilder(heading.Length);
        foreach (var character in CellText.Tidy(heading, freeText: false))
        {
            if (character is '(' or '[') { break; }
            if (char.IsLetterOrDigit(character)) { simple.Append(char.ToLowerInvariant(character)); }
        }

        return simple.ToString();
    }
}
