using System.Runtime.CompilerServices;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Reading;

/// <summary>Looks at a whole file: its sheets, headings, columns and rows, before anything of it is used.</summary>
public sealed class ReadFile(ImportWords words)
{
    /// <param name="choice">Null at the first look: then the headings decide, or what was chosen for the same headings before.</param>
    /// <param name="remembered">What was chosen before, by a sheet's kind.</param>
    public async Task<FileReading> ReadAsync(
        SheetBook book,
        ImportPurpose purpose,
        FileChoice? choice,
        Func<string, CancellationToken, Task<RememberedChoice?>> remembered,
        CancellationToken cancellationToken
    )
    {
        var (sheets, values, own) = (new List<SheetReading>(), choice?.Values, words.For(purpose));
        foreach (var tab in book.Tabs)
        {
            var (headings, places) = await SurveyAsync(book, tab, own, cancellationToken);
            var former =
                choice is null && headings.IsFound
                    ? await remembered(KindOf(purpose, places.Select(headings.Of)), cancellationToken)
                    : null;
            values ??= former?.Values;
            var chosen = choice?.Sheets.FirstOrDefault(sheet => sheet.Place == tab.Place);
            var columns = Columns(tab, headings, places, choice is null ? former?.Uses : chosen?.Uses ?? new Dictionary<int, string>());
            var (lines, leftOut, filled) = await SortAsync(book, tab, own, columns, cancellationToken);
            var isUsed = headings.IsFound && (choice is null ? !tab.IsHidden && lines > 0 : chosen is not null);
            var uses = columns.Select(column => column.Use).OfType<string>().ToHashSet(StringComparer.Ordinal);
            sheets.Add(
                new SheetReading(
                    tab.Place,
                    tab.Name,
                    tab.IsHidden,
                    isUsed,
                    headings.Rows,
                    lines,
                    Filled(columns, filled),
                    leftOut,
                    isUsed ? RequiredColumns.Missing(purpose, uses, values) : [],
                    isUsed && RequiredColumns.MakesNumbers(purpose, uses)
                )
            );
        }

        return new FileReading(sheets, values ?? new Dictionary<string, string>());
    }

    /// <summary>The lines of the sheets that are used, in the order of the file.</summary>
    public async IAsyncEnumerable<ImportLine> LinesAsync(
        SheetBook book,
        ImportPurpose purpose,
        FileReading reading,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var sheet in reading.Sheets.Where(sheet => sheet.IsUsed))
        {
            var (headings, columns) = (new SheetHeadings(words.For(purpose)), Named(sheet.Columns));
            var sort = new RowSort(words.For(purpose), headings, columns);
            await foreach (var row in book.ReadAsync(sheet.Place, cancellationToken))
            {
                if (headings.Take(row) || !headings.IsFound || sort.Of(row) is not null)
                {
                    continue;
                }
                yield return new ImportLine(row.Number, CellsOf(row, columns), sheet.Place, reading.Sheets.Count is 1 ? null : sheet.Name);
            }
        }
    }

    /// <summary>What tells one kind of file from another: what it is a list of, and a sheet's headings in their order.</summary>
    public static string KindOf(ImportPurpose purpose, SheetReading sheet) =>
        KindOf(purpose, sheet.Columns.Select(column => column.Heading));

    private static string KindOf(ImportPurpose purpose, IEnumerable<string> headings)
    {
        var kind = string.Join('\n', headings.Where(heading => heading.Length > 0).Select(SheetWords.OfHeading));
        // Lists of households are read alike for either purpose.
        return purpose is ImportPurpose.Roster ? $"roster\n{kind}" : kind;
    }

    private static async Task<(SheetHeadings Headings, IReadOnlyList<int> Places)> SurveyAsync(
        SheetBook book,
        SheetTab tab,
        ListWords words,
        CancellationToken cancellationToken
    )
    {
        var (headings, places) = (new SheetHeadings(words), new SortedSet<int>());
        await foreach (var row in book.ReadAsync(tab.Place, cancellationToken))
        {
            var isFound = headings.IsFound;
            // What stands above the headings is reported as rows.
            if (headings.Take(row) && !isFound)
            {
                places.Clear();
            }
            for (var place = 0; place < row.Cells.Count; place++)
            {
                if (!string.IsNullOrWhiteSpace(row.Cells[place]))
                {
                    places.Add(place);
                }
            }
        }

        return (headings, [.. places]);
    }

    private static List<ColumnReading> Columns(
        SheetTab tab,
        SheetHeadings headings,
        IReadOnlyList<int> places,
        IReadOnlyDictionary<int, string>? uses
    )
    {
        var known = places.ToDictionary(place => place, headings.ColumnOf);
        return
        [
            .. places.Select(place =>
            {
                var twice = known[place] is { } column && known.Values.Count(other => other == column) > 1;
                var use =
                    uses is not null ? uses.GetValueOrDefault(place)
                    : twice ? null
                    : known[place]?.Name;
                var isDecided = uses is not null || use is not null || headings.IsKnownAsNotUsed(place);
                return new ColumnReading(
                    place,
                    CellReference.LettersOf(place),
                    headings.Of(place),
                    use,
                    isDecided,
                    isDecided ? null : (known[place] ?? headings.SuggestionOf(place))?.Name,
                    tab.HiddenColumns.Contains(place),
                    Filled: 0
                );
            }),
        ];
    }

    private static async Task<(int Lines, IReadOnlyList<LeftOutRows> LeftOut, Dictionary<int, int> Filled)> SortAsync(
        SheetBook book,
        SheetTab tab,
        ListWords words,
        List<ColumnReading> columns,
        CancellationToken cancellationToken
    )
    {
        var (headings, leftOut, filled, lines) = (new SheetHeadings(words), new LeftOutList(), new Dictionary<int, int>(), 0);
        var sort = new RowSort(words, headings, Named(columns));
        await foreach (var row in book.ReadAsync(tab.Place, cancellationToken))
        {
            if (headings.Take(row))
            {
                continue;
            }
            if ((headings.IsFound ? sort.Of(row) : LeftOutReason.AboveHeadings) is { } reason)
            {
                leftOut.Add(row.Number, reason);
                continue;
            }

            lines++;
            for (var place = 0; place < row.Cells.Count; place++)
            {
                if (!string.IsNullOrWhiteSpace(row.Cells[place]))
                {
                    filled[place] = filled.GetValueOrDefault(place) + 1;
                }
            }
        }

        return (lines, headings.IsFound ? leftOut.Rows : leftOut.AllFor(LeftOutReason.NoHeadings), filled);
    }

    // Nothing has to be decided about a column that no line fills.
    private static List<ColumnReading> Filled(IEnumerable<ColumnReading> columns, Dictionary<int, int> filled) =>
        [
            .. columns
                .Select(column => column with { Filled = filled.GetValueOrDefault(column.Place) })
                .Where(column => column.Filled > 0 || column.Heading.Length > 0)
                .Select(column => column.Filled > 0 ? column : column with { IsDecided = true, Suggestion = null }),
        ];

    private static Dictionary<int, ImportColumn> Named(IEnumerable<ColumnReading> columns) =>
        columns.Where(column => column.Use is not null).ToDictionary(column => column.Place, column => ImportColumns.Named(column.Use!)!);

    private static Dictionary<string, string> CellsOf(SheetRow row, Dictionary<int, ImportColumn> columns)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, column) in columns)
        {
            if (place < row.Cells.Count && CellText.Tidy(row.Cells[place], column.FreeText) is { Length: > 0 } text)
            {
                cells[column.Name] = text;
            }
        }

        return cells;
    }
}
