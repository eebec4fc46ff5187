using System.Globalization;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenXmlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Alleviation.Functions.Imports.Files;

/// <summary>
/// An empty list with its headings, the example line and, as a workbook, a sheet of what may be entered, from which cells can be chosen.
/// </summary>
public sealed class Template(CodeLists lists)
{
    public const string WorkbookContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Built-in number format 49, "@": whatever is typed stays text, so that no ID loses its digits.</summary>
    private const uint TextFormat = 49;

    private const double ColumnWidth = 18;

    /// <summary>How far down cells can be chosen from a list.</summary>
    private const int LinesWithChoices = 5_000;

    public static async Task<byte[]> CsvAsync(ImportPurpose purpose, bool chinese, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var csv = new CsvText(stream))
        {
            foreach (var row in Rows(purpose, chinese))
            {
                await csv.WriteAsync(row, cancellationToken);
            }
        }

        return stream.ToArray();
    }

    public byte[] Workbook(ImportPurpose purpose, bool chinese)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = TextStyle();
            var (shown, isRoster) = (ImportColumns.OfTemplate(purpose), purpose is ImportPurpose.Roster);
            var (values, ranges) = Values(shown, chinese);
            var (list, choices) = (book.AddNewPart<WorksheetPart>(), book.AddNewPart<WorksheetPart>());
            var columns = new Columns(
                new Column
                {
                    Min = 1,
                    Max = (uint)shown.Count,
                    Width = ColumnWidth,
                    CustomWidth = true,
                    Style = 1,
                }
            );
            list.Worksheet = new Worksheet(
                columns,
                new SheetData(Rows(purpose, chinese).Select(row => new Row(row.Select(TextCell)))),
                Choices(shown, ranges, NameOfValues(chinese))
            );
            choices.Worksheet = new Worksheet(new SheetData(values.Select(value => new Row(TextCell(value)))));
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name =
                            isRoster ? (chinese ? "医师" : "physicians")
                            : chinese ? "名册"
                            : "registry",
                        SheetId = 1,
                        Id = book.GetIdOfPart(list),
                    },
                    new Sheet
                    {
                        Name = NameOfValues(chinese),
                        SheetId = 2,
                        Id = book.GetIdOfPart(choices),
                    }
                )
            );
        }

        return stream.ToArray();
    }

    // In one column, so that nobody takes the sheet for a list; each part begins with its heading.
    private (List<string> Values, Dictionary<ImportColumn, (int From, int To)> Ranges) Values(
        IReadOnlyList<ImportColumn> columns,
        bool chinese
    )
    {
        var (values, ranges) = (new List<string>(), new Dictionary<ImportColumn, (int, int)>());
        foreach (var column in columns.Where(column => CodeColumns.Find(column) is not null))
        {
            values.Add($"【{column.Heading(chinese)}】");
            var from = values.Count + 1;
            values.AddRange(lists.All(CodeColumns.ListOf(column)).Values.Select(label => TextOf(label, chinese)));
            ranges[column] = (from, values.Count);
        }

        return (values, ranges);
    }

    private static DataValidations Choices(
        IReadOnlyList<ImportColumn> columns,
        Dictionary<ImportColumn, (int From, int To)> ranges,
        string sheet
    ) =>
        new(
            ranges.Select(range =>
            {
                var letters = CellReference.LettersOf(columns.Index().First(column => column.Item == range.Key).Index);
                return new DataValidation(
                    new Formula1(string.Create(CultureInfo.InvariantCulture, $"'{sheet}'!$A${range.Value.From}:$A${range.Value.To}"))
                )
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    // Several illnesses may stand in one cell, and people's own words are understood.
                    ShowErrorMessage = false,
                    SequenceOfReferences = new ListValue<StringValue>([
                        new StringValue(string.Create(CultureInfo.InvariantCulture, $"{letters}2:{letters}{LinesWithChoices}")),
                    ]),
                };
            })
        );

    private static string NameOfValues(bool chinese) => chinese ? "可填内容" : "values";

    private static string TextOf(Label label, bool chinese) => chinese ? label.Chinese : label.English;

    private static IEnumerable<IEnumerable<string>> Rows(ImportPurpose purpose, bool chinese)
    {
        var example = ExampleLine.In(purpose, chinese);
        yield return ImportColumns.OfTemplate(purpose).Select(column => column.Heading(chinese));
        yield return ImportColumns.OfTemplate(purpose).Select(column => example.GetValueOrDefault(column.Name, ""));
    }

    private static OpenXmlCell TextCell(string text) =>
        new()
        {
            DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString,
            StyleIndex = 1,
            InlineString = new InlineString(new Text(text)),
        };

    private static Stylesheet TextStyle() =>
        new(
            new Fonts(new Font()),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new DocumentFormat.OpenXml.Spreadsheet.CellFormat()),
            new DocumentFormat.OpenXml.Spreadsheet.CellFormats(
                new DocumentFormat.OpenXml.Spreadsheet.CellFormat(),
                new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }
            )
        );
}
