using ExcelDataReader;

namespace Alleviation.Functions.Imports.Files;

/// <summary>Cells merged over several rows, as offices do with a household's own columns: the value stands in the first row only, and means all.</summary>
internal sealed class MergedCells(IEnumerable<CellRange>? ranges)
{
    private readonly Queue<CellRange> _ahead = new((ranges ?? []).Where(range => range.ToRow > range.FromRow).OrderBy(range => range.FromRow));
    private readonly Dictionary<int, (int ToRow, string? Text)> _open = [];

    /// <param name="row">The row's place in the sheet, the first being 0; rows come in their order.</param>
    public void Fill(int row, string?[] cells)
    {
        foreach (var column in _open.Where(open => open.Value.ToRow < row).Select(open => open.Key).ToList()) { _open.Remove(column); }
        foreach (var (column, (_, text)) in _open)
        {
            if (column < cells.Length) { cells[column] ??= text; }
        }

        while (_ahead.TryPeek(out var range) && range.FromRow <= row)
        {
            _ahead.Dequeue();
            if (range.FromRow == row && range.FromColumn < cells.Length) { _open[range.FromColumn] = (range.ToRow, cells[range.FromColumn]); }
        }
    }
}
