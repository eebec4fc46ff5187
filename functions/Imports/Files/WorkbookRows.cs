using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Alleviation.Functions.Imports.Files;

/// <summary>The rows of a workbook, sheet by sheet, one at a time.</summary>
public static class WorkbookRows
{
    /// <summary>Larger numbers are no longer exact in a workbook: written as 4.4E+17, so that nobody takes them for an ID.</summary>
    private const double LargestExact = 999_999_999_999_999;

    private const string SharedStrings = "xl/sharedStrings.xml";

    public static IEnumerable<SheetRow> Read(Stream file, ImportOptions options)
    {
        using var reader = Open(file, options);
        for (var sheet = 0; ; sheet++)
        {
            var merged = new MergedCells(Guarded(() => reader.MergeCells));
            for (var number = 1; Guarded(reader.Read); number++)
            {
                string?[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(place => TextOf(reader.GetValue(place)))];
                merged.Fill(number - 1, cells);
                yield return new SheetRow(sheet, number, cells);
            }

            if (!Guarded(reader.NextResult)) { yield break; }
        }
    }

    private static IExcelDataReader Open(Stream file, ImportOptions options) => Guarded(() =>
    {
        using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            // The strings are the only part that the reader holds in memory; the sheets pass through.
            if (archive.GetEntry(SharedStrings) is { } strings && strings.Length > options.LargestSharedStrings) { throw new ImportFileException(ImportFileFault.WorkbookTooLarge); }
            if (archive.Entries.Sum(entry => entry.Length) > options.LargestUnpacked) { throw new ImportFileException(ImportFileFault.WorkbookTooLarge); }
        }

        file.Position = 0;
        return ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
    });

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) > LargestExact => number.ToString("E", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is InvalidDataException or ExcelReaderException or System.Xml.XmlException or FormatException or OverflowException
                                              or ArgumentException or NullReferenceException or InvalidOperationException or IndexOutOfRangeException or NotSupportedException)
        {
            // A mutated workbook breaks the reader in many ways; none of them is a fault of the service.
            throw new ImportFileException(ImportFileFault.BrokenWorkbook, cause: exception);
        }
    }
}
