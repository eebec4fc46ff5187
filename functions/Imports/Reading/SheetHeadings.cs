using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Reading;

/// <summary>The heading rows of a sheet, and what is called how in them.</summary>
internal sealed class SheetHeadings(ListWords words)
{
    /// <summary>So many known headings make a heading row.</summary>
    public const int Fewest = 2;

    /// <summary>Titles, dates and the office's name stand above the headings of many lists.</summary>
    public const int RowsBefore = 20;

    private const int MaxRows = 3;
    private const int MaxHeading = 40;

    private readonly List<SheetRow> _rows = [];

    public IReadOnlyList<int> Rows => [.. _rows.Select(row => row.Number)];

    public bool IsFound => _rows.Count > 0;

    /// <summary>Takes the row as (another) heading row where it is one; rows come in their order.</summary>
    public bool Take(SheetRow row)
    {
        var isHeading = _rows.Count switch
        {
            0 => row.Number <= RowsBefore && Known(row) >= Fewest,
            < MaxRows => row.Number == _rows[^1].Number + 1 && (Known(row) >= Fewest || (Known(row) > 0 && !HasDigits(row))),
            _ => false,
        };
        if (isHeading)
        {
            _rows.Add(row);
        }
        return isHeading;
    }

    /// <summary>The same headings once more, as on every printed page.</summary>
    public bool IsAgain(SheetRow row) =>
        _rows.Exists(heading =>
            Known(row) >= Fewest
            && Enumerable
                .Range(0, row.Cells.Count)
                .All(place => string.IsNullOrWhiteSpace(row.Cells[place]) || Same(row.Cells[place], At(heading, place)))
        );

    /// <summary>The heading of a column as it is shown: its lines from above, the same words once.</summary>
    public string Of(int place)
    {
        var lines = _rows.Select((row, index) => Line(row, index, place)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);
        var heading = string.Join(" / ", lines);
        return heading[..Math.Min(heading.Length, MaxHeading)];
    }

    /// <summary>The column that its headings name: the lowest known one; two lines may name it together.</summary>
    public ImportColumn? ColumnOf(int place)
    {
        var lines = _rows
            .Select((row, index) => Line(row, index, place))
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (lines.Count is 0)
        {
            return null;
        }
        return words.OfHeading(lines[^1]) ?? words.OfHeading(string.Concat(lines));
    }

    public bool IsKnownAsNotUsed(int place) =>
        _rows.Select((row, index) => Line(row, index, place)).LastOrDefault(text => text.Length > 0) is { } heading
        && words.IsNotUsed(heading);

    public ImportColumn? SuggestionOf(int place) =>
        _rows
            .Select((row, index) => Line(row, index, place))
            .Reverse()
            .Select(text => words.OfHeading(text) ?? words.Suggest(text))
            .FirstOrDefault(column => column is not null);

    // A heading over several columns stands in the first of them; below it they have their own.
    private string Line(SheetRow row, int index, int place)
    {
        if (At(row, place) is { Length: > 0 } own)
        {
            return own;
        }
        if (index == _rows.Count - 1 || At(_rows[^1], place).Length is 0)
        {
            return "";
        }
        for (var left = place - 1; left >= 0; left--)
        {
            if (At(row, left) is { Length: > 0 } above)
            {
                return At(_rows[^1], left) == above ? "" : above;
            }
        }

        return "";
    }

    private int Known(SheetRow row) => row.Cells.Select(words.OfHeading).Where(column => column is not null).Distinct().Count();

    private static bool HasDigits(SheetRow row) => row.Cells.Any(cell => cell is not null && cell.Any(char.IsDigit));

    private static string At(SheetRow row, int place) => place < row.Cells.Count ? CellText.Tidy(row.Cells[place], freeText: true) : "";

    private static bool Same(string? cell, string heading) => SheetWords.OfHeading(cell ?? "") == SheetWords.OfHeading(heading);
}
