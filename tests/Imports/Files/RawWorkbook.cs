using System.IO.Compression;
using System.Security;
using System.Text;

namespace Alleviation.Tests.Imports.Files;

/// <summary>
/// Workbooks written part by part, with what no library writes on purpose: hidden parts, errors, formulas without a value, far cells.
/// </summary>
internal sealed class RawWorkbook
{
    private readonly List<(string Name, string State, string Xml)> _sheets = [];

    /// <param name="data">What stands in the sheetData: rows.</param>
    /// <param name="before">What stands before it: columns.</param>
    /// <param name="after">What stands behind it: merged cells.</param>
    public RawWorkbook With(string name, string data, bool isHidden = false, string before = "", string after = "")
    {
        _sheets.Add(
            (name, isHidden ? "hidden" : "visible", $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{data}</sheetData>{after}</worksheet>")
        );
        return this;
    }

    public static string Row(int number, bool isHidden, params string[] cells) =>
        $"<row r=\"{number}\"{(isHidden ? " hidden=\"1\"" : "")}>{string.Concat(cells)}</row>";

    public static string Row(int number, params string?[] texts) =>
        Row(number, isHidden: false, [.. texts.Select((text, place) => text is null ? "" : Text(place, number, text))]);

    public static string Text(int place, int row, string text) =>
        $"<c r=\"{Functions.Platform.Sheets.CellReference.LettersOf(place)}{row}\" t=\"inlineStr\">"
        + $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    public static string Error(int place, int row, string error) =>
        $"<c r=\"{Functions.Platform.Sheets.CellReference.LettersOf(place)}{row}\" t=\"e\"><v>{error}</v></c>";

    public static string Formula(int place, int row, string formula, string? value = null) =>
        $"<c r=\"{Functions.Platform.Sheets.CellReference.LettersOf(place)}{row}\">"
        + $"<f>{SecurityElement.Escape(formula)}</f><v>{value}</v></c>";

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                archive,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(_sheets.Select((sheet, index) =>
                $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" "
                + $"state=\"{sheet.State}\" r:id=\"r{index}\"/>"))}</sheets></workbook>"
            );
            Write(
                archive,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships>{string.Concat(_sheets.Select((_, index) =>
                $"<Relationship Id=\"r{index}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index}.xml\"/>"))}</Relationships>"
            );
            foreach (var (index, sheet) in _sheets.Index())
            {
                Write(archive, $"xl/worksheets/sheet{index}.xml", sheet.Xml);
            }
        }

        return stream.ToArray();
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static void Write(ZipArchive archive, string path, string xml)
    {
        using var part = archive.CreateEntry(path, CompressionLevel.SmallestSize).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
