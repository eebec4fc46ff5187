namespace Alleviation.Functions.Imports.Reading;

/// <summary>A column of a sheet that holds anything, and what it is used for.</summary>
/// <param name="Place">The first being 0.</param>
/// <param name="Letters">As a spreadsheet shows them above the column.</param>
/// <param name="Heading">Of two lines where the headings have two; empty where there is none.</param>
/// <param name="Use">The name of an import column; null where the column is not used.</param>
/// <param name="IsDecided">By a known heading or by a person; otherwise a person is asked.</param>
/// <param name="Suggestion">What an undecided column may be used for.</param>
/// <param name="Filled">How many cells below the headings hold anything.</param>
public sealed record ColumnReading(
    int Place,
    string Letters,
    string Heading,
    string? Use,
    bool IsDecided,
    string? Suggestion,
    bool IsHidden,
    int Filled
);

/// <summary>Why rows are no lines.</summary>
public enum LeftOutReason
{
    /// <summary>Titles, and whatever else stands above the headings.</summary>
    AboveHeadings,

    /// <summary>The headings once more, as on every printed page.</summary>
    HeadingsAgain,

    /// <summary>By a filter or by hand.</summary>
    Hidden,
    Total,
    Signature,

    /// <summary>All that is in them stands in columns that are not used.</summary>
    NothingUsed,

    /// <summary>The whole sheet: none of its first rows names known columns.</summary>
    NoHeadings,
}

/// <param name="From">As a spreadsheet shows it.</param>
/// <param name="To">The last one, included.</param>
public sealed record LeftOutRows(int From, int To, LeftOutReason Reason);

/// <summary>A sheet as it is read.</summary>
/// <param name="Name">Null for a text file.</param>
/// <param name="IsHidden">Whoever opens the workbook does not see it; used only where a person chooses so.</param>
/// <param name="IsUsed">Whether its lines are taken.</param>
/// <param name="HeadingRows">Several where the headings have several lines; none where no row names known columns.</param>
/// <param name="Lines">How many rows are lines.</param>
/// <param name="Missing">Names of import columns without which every line would be refused, unless a person gives a value for all of
/// them.</param>
/// <param name="MakesNumbers">It has no household numbers: a household begins at each head, and is known by the head's citizen ID.</param>
public sealed record SheetReading(
    int Place,
    string? Name,
    bool IsHidden,
    bool IsUsed,
    IReadOnlyList<int> HeadingRows,
    int Lines,
    IReadOnlyList<ColumnReading> Columns,
    IReadOnlyList<LeftOutRows> LeftOut,
    IReadOnlyList<string> Missing,
    bool MakesNumbers
)
{
    /// <summary>Nothing in it has to be looked at by a person before it is enrolled.</summary>
    public bool IsClear =>
        IsUsed
            ? Missing.Count is 0
                && !MakesNumbers
                && Columns.All(column => column.IsDecided && !column.IsHidden)
                && LeftOut.All(rows => rows.Reason is not LeftOutReason.Hidden)
        // A sheet of words needs nobody; one with columns may be a list whose headings nobody knows, or last year's.
        : HeadingRows.Count is 0 ? Columns.Count < SheetHeadings.Fewest
        : !IsHidden;

    /// <summary>What each used column is used for, by its place.</summary>
    public IReadOnlyDictionary<int, string> Uses =>
        Columns.Where(column => column.Use is not null).ToDictionary(column => column.Place, column => column.Use!);
}

/// <summary>What a file holds and what would be used of it.</summary>
/// <param name="Values">The same for every line, by import column: given by a person where the file has no such column.</param>
public sealed record FileReading(IReadOnlyList<SheetReading> Sheets, IReadOnlyDictionary<string, string> Values)
{
    public bool IsClear => Sheets.All(sheet => sheet.IsClear);
}
