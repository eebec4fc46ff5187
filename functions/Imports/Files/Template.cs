using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Alleviation.Functions.Imports.Files;

/// <summary>An empty registry list with its headings and the example line.</summary>
public static class Template
{
    public const string WorkbookContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Built-in number format 49, "@": whatever is typed stays text, so that no ID loses its digits.</summary>
    private const uint TextFormat = 49;

    private const double ColumnWidth = 18;

    public static async Task<byte[]> CsvAsync(bool chinese, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var csv = new CsvText(stream))
        {
            foreach (var row in Rows(chinese)) { await csv.WriteAsync(row, cancellationToken); }
        }

        return stream.ToArray();
    }

    public static byte[] Workbook(bool chinese)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = TextStyle();
            var sheet = book.AddNewPart<WorksheetPart>();
            var columns = new Columns(new Column { Min = 1, Max = (uint)ImportColumns.All.Count, Width = ColumnWidth, CustomWidth = true, Style = 1 });
            sheet.Worksheet = new Worksheet(columns, new SheetData(Rows(chinese).Select(row => new Row(row.Select(TextCell)))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = chinese ? "名册" : "registry", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        return stream.ToArray();
    }

    private static IEnumerable<IEnumerable<string>> Rows(bool chinese)
    {
        var example = ExampleLine.In(chinese);
        yield return ImportColumns.All.Select(column => column.Heading(chinese));
        yield return ImportColumns.All.Select(column => example.GetValueOrDefault(column.Name, ""));
    }

    private static Cell TextCell(string text) => new() { DataType = CellValues.InlineString, StyleIndex = 1, InlineString = new InlineString(new Text(text)) };

    private static Stylesheet TextStyle() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }));
}
