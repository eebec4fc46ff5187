using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>
/// An Excel workbook (.xlsx, ISO/IEC 29500), read as a stream: cells that are not written take no time, however far the last one stands.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private readonly WorkbookParts _parts;
    private readonly SheetLimits _limits;
    private readonly IReadOnlyList<string> _paths;
    private readonly CellValues _values;
    private readonly Dictionary<int, IReadOnlyList<MergedRange>> _merged = [];

    private Workbook(WorkbookParts parts, SheetLimits limits, IReadOnlyList<(SheetTab Tab, string Path)> sheets, CellValues values)
    {
        (_parts, _limits, _values) = (parts, limits, values);
        (Tabs, _paths) = ([.. sheets.Select(sheet => sheet.Tab)], [.. sheets.Select(sheet => sheet.Path)]);
    }

    public IReadOnlyList<SheetTab> Tabs { get; }

    public static Workbook Open(Stream file, SheetLimits limits) =>
        Guarded(() =>
        {
            var parts = new WorkbookParts(file, limits);
            var (isFrom1904, sheets) = SheetsOf(parts);
            var formats = parts.PathOf("styles") is { } styles ? CellFormats.Read(parts.Open(styles)) : CellFormats.None;
            var texts = parts.PathOf("sharedStrings") is { } strings
                ? SharedTexts.Read(parts.Open(strings, limits.LargestSharedStrings))
                : [];
            return new Workbook(parts, limits, sheets, new CellValues(texts, formats, isFrom1904));
        });

    public IEnumerable<SheetRow> Read(int place)
    {
        if (!_merged.TryGetValue(place, out var ranges))
        {
            _merged[place] = ranges = Guarded(() => MergedRange.Read(_parts.Open(_paths[place]), _limits.MaxMerged));
        }

        using var rows = new WorksheetRows(_parts.Open(_paths[place]), _values, _limits).Read().GetEnumerator();
        var merged = new MergedCells(ranges);
        while (Guarded(rows.MoveNext))
        {
            var row = rows.Current;
            yield return row with
            {
                Cells = merged.Fill(row.Number, row.Cells),
            };
        }
    }

    public void Dispose() => _parts.Dispose();

    private static (bool IsFrom1904, List<(SheetTab Tab, string Path)> Sheets) SheetsOf(WorkbookParts parts)
    {
        var (isFrom1904, sheets) = (false, new List<(SheetTab, string)>());
        using var xml = parts.Open(parts.Main);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                isFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            if (
                xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                || parts.TargetOf(xml.GetAttributeByLocalName("id") ?? "") is not { } path
            )
            {
                continue;
            }
            var (name, isHidden) = (xml.GetAttribute("name"), xml.GetAttribute("state") is "hidden" or "veryHidden");
            if (parts.Has(path))
            {
                sheets.Add((new SheetTab(sheets.Count, name, isHidden, HiddenColumnsOf(parts, path)), path));
            }
        }

        if (sheets.Count is 0)
        {
            throw new SheetFileException(SheetFault.BrokenWorkbook);
        }
        return (isFrom1904, sheets);
    }

    // They stand before the rows.
    private static HashSet<int> HiddenColumnsOf(WorkbookParts parts, string path)
    {
        var hidden = new HashSet<int>();
        using var xml = parts.Open(path);
        while (xml.Read() && xml.LocalName is not "sheetData")
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "col" } || xml.GetAttribute("hidden") is not ("1" or "true"))
            {
                continue;
            }
            var (from, to) = (
                int.Parse(xml.GetAttribute("min") ?? "0", Numbers.Plain),
                int.Parse(xml.GetAttribute("max") ?? "0", Numbers.Plain)
            );
            for (var column = Math.Max(from, 1); column <= Math.Min(to, parts.MaxColumns); column++)
            {
                hidden.Add(column - 1);
            }
        }

        return hidden;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or XmlException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
            )
        {
            // A damaged workbook breaks the reading in many ways; none of them is a fault of the service.
            throw new SheetFileException(SheetFault.BrokenWorkbook, cause: exception);
        }
    }
}
