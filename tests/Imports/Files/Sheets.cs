using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Alleviation.Tests.Imports.Files;

/// <summary>Registry lists as people's programs write them.</summary>
public static class Sheets
{
    public const uint DateStyle = 1;

    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    public static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static Encoding Gb18030
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }

    public static byte[] Csv(Encoding encoding, params string[] lines) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Join("\r\n", lines) + "\r\n")];

    public static byte[] Csv(params string[] lines) => Csv(Utf8, lines);

    /// <summary>A workbook whose cells are texts, numbers (double) and dates (DateTime, stored as Excel does).</summary>
    public static byte[] Workbook(params object?[][] rows) => WorkbookOf([rows]);

    public static byte[] WorkbookOf(IReadOnlyList<IEnumerable<object?[]>> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = DateStyles();
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            foreach (var rows in sheets)
            {
                var sheet = book.AddNewPart<WorksheetPart>();
                sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(CellOf)))));
                book.Workbook.Sheets!.AppendChild(
                    new Sheet
                    {
                        Name = $"S{book.Workbook.Sheets.Count() + 1}",
                        SheetId = (uint)book.Workbook.Sheets.Count() + 1,
                        Id = book.GetIdOfPart(sheet),
                    }
                );
            }
        }

        return stream.ToArray();
    }

    /// <summary>The same workbook with cells merged, such as "A2:A4".</summary>
    public static byte[] Merged(byte[] workbook, params string[] ranges)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            document
                .WorkbookPart!.WorksheetParts.First()
                .Worksheet.AppendChild(new MergeCells(ranges.Select(range => new MergeCell { Reference = range })));
        }

        return stream.ToArray();
    }

    private static Cell CellOf(object? value) =>
        value switch
        {
            null => new Cell(),
            double number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number) },
            DateTime date => new Cell { StyleIndex = DateStyle, CellValue = new CellValue(date.ToOADate()) },
            _ => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(value.ToString()!) { Space = SpaceProcessingModeValues.Preserve }),
            },
        };

    private static Stylesheet DateStyles() =>
        new(
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
        );
}
