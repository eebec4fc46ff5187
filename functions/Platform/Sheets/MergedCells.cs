using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>A range of cells that are shown as one; rows from 1, columns from 0, both ends included.</summary>
internal readonly record struct MergedRange(int FromRow, int ToRow, int FromColumn, int ToColumn)
{
    /// <summary>
    /// All of a worksheet, in the order of their first rows. They stand behind the rows, so that they are read before them.
    /// </summary>
    public static IReadOnlyList<MergedRange> Read(XmlReader xml, int most)
    {
        using (xml)
        {
            var ranges = new List<MergedRange>();
            while (xml.Read())
            {
                if (
                    xml is not { NodeType: XmlNodeType.Element, LocalName: "mergeCell" }
                    || xml.GetAttribute("ref")?.Split(':') is not [var from, var to]
                )
                {
                    continue;
                }
                if (ranges.Count == most)
                {
                    throw new SheetFileException(SheetFault.WorkbookTooLarge);
                }
                ranges.Add(
                    new MergedRange(
                        CellReference.RowOf(from),
                        CellReference.RowOf(to),
                        CellReference.ColumnOf(from),
                        CellReference.ColumnOf(to)
                    )
                );
            }

            return [.. ranges.OrderBy(range => range.FromRow)];
        }
    }
}

/// <summary>
/// Cells merged over several rows, as offices do with a household's own columns: the value stands in the first row only, and means all.
/// Across columns it means all where headings are read (<see cref="SheetRow"/> keeps it in the first).
/// </summary>
internal sealed class MergedCells(IReadOnlyList<MergedRange> ranges)
{
    private readonly Dictionary<int, (int ToRow, string Text)> _open = [];
    private int _next;

    public IReadOnlyList<string?> Fill(int row, IReadOnlyList<string?> cells)
    {
        if (ranges.Count is 0)
        {
            return cells;
        }
        foreach (var column in _open.Where(open => open.Value.ToRow < row).Select(open => open.Key).ToList())
        {
            _open.Remove(column);
        }
        List<string?> filled = [.. cells];
        foreach (var (column, (_, text)) in _open)
        {
            while (filled.Count <= column)
            {
                filled.Add(null);
            }
            filled[column] ??= text;
        }

        for (; _next < ranges.Count && ranges[_next].FromRow <= row; _next++)
        {
            var range = ranges[_next];
            if (range.FromRow == row && range.ToRow > row && range.FromColumn < filled.Count && filled[range.FromColumn] is { } text)
            {
                _open[range.FromColumn] = (range.ToRow, text);
            }
        }

        return filled;
    }
}
