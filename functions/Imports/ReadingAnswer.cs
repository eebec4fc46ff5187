using Alleviation.Functions.Imports.Reading;

namespace Alleviation.Functions.Imports;

/// <summary>What a file holds and what would be used of it, as the API tells it.</summary>
/// <param name="Clear">Nothing has to be looked at by a person.</param>
/// <param name="Values">The same for every line, by import column.</param>
public sealed record ReadingAnswer(bool Clear, IReadOnlyList<SheetAnswer> Sheets, IReadOnlyDictionary<string, string> Values)
{
    public static ReadingAnswer Of(FileReading reading) => new(reading.IsClear, [.. reading.Sheets.Select(SheetAnswer.Of)], reading.Values);
}

/// <param name="Place">The first being 0.</param>
/// <param name="Used">Whether its lines are taken.</param>
/// <param name="Missing">Names of columns without which every line would be refused.</param>
/// <param name="MakesNumbers">It has no household numbers: each head begins a household, known by the head's citizen ID.</param>
public sealed record SheetAnswer(
    int Place,
    string? Name,
    bool Hidden,
    bool Used,
    IReadOnlyList<int> HeadingRows,
    int Lines,
    IReadOnlyList<ColumnAnswer> Columns,
    IReadOnlyList<LeftOutRows> LeftOut,
    IReadOnlyList<string> Missing,
    bool MakesNumbers
)
{
    public static SheetAnswer Of(SheetReading sheet) =>
        new(
            sheet.Place,
            sheet.Name,
            sheet.IsHidden,
            sheet.IsUsed,
            sheet.HeadingRows,
            sheet.Lines,
            [.. sheet.Columns.Select(ColumnAnswer.Of)],
            sheet.LeftOut,
            sheet.Missing,
            sheet.MakesNumbers
        );
}

/// <param name="Use">The import column that it is used for; left out where it is not used.</param>
/// <param name="Decided">By a known heading or by a person.</param>
/// <param name="Filled">How many lines have a cell in it.</param>
public sealed record ColumnAnswer(
    int Place,
    string Letters,
    string Heading,
    string? Use,
    bool Decided,
    string? Suggestion,
    bool Hidden,
    int Filled
)
{
    public static ColumnAnswer Of(ColumnReading column) =>
        new(column.Place, column.Letters, column.Heading, column.Use, column.IsDecided, column.Suggestion, column.IsHidden, column.Filled);
}
