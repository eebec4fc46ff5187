using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Reading;

/// <summary>Separates the lines of households from the other rows below the headings.</summary>
internal sealed class RowSort(ListWords words, SheetHeadings headings, IReadOnlyDictionary<int, ImportColumn> columns)
{
    private const int ShortestId = 15;
    private const int MaxId = 20;

    /// <summary>Null for a line.</summary>
    public LeftOutReason? Of(SheetRow row)
    {
        if (row.IsHidden)
        {
            return LeftOutReason.Hidden;
        }
        var cells = row.Cells.Select(cell => CellText.Tidy(cell, freeText: false)).ToList();
        if (headings.IsAgain(row))
        {
            return LeftOutReason.HeadingsAgain;
        }
        // Whatever else a row says: where somebody's ID stands, somebody is meant.
        if (!cells.Exists(IsId))
        {
            if (cells.Find(cell => cell.Length > 0) is { } first && words.IsTotal(first))
            {
                return LeftOutReason.Total;
            }
            if (cells.Exists(words.IsSignature))
            {
                return LeftOutReason.Signature;
            }
        }

        return columns.Keys.Any(place => place < cells.Count && cells[place].Length > 0) ? null : LeftOutReason.NothingUsed;
    }

    private static bool IsId(string cell) => cell.Length is >= ShortestId and <= MaxId && cell.Count(char.IsAsciiDigit) >= ShortestId - 1;
}
