using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace Alleviation.Functions.Imports.Files;

/// <summary>The rows of a text file, one at a time.</summary>
public static class CsvRows
{
    /// <summary>In bytes of UTF-8. Far more than a line of any list: what is longer has lost a quotation mark.</summary>
    private const int LongestLine = 256 * 1024;

    private static readonly char[] Separators = [',', '\t', ';', FullWidthCommas.Comma];

    public static async IAsyncEnumerable<SheetRow> ReadAsync(
        Stream body, Encoding encoding, ReadOnlyMemory<byte> beginning, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(body, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var separator = SeparatorOf(encoding.GetString(beginning.Span));
        var isFullWidth = separator is FullWidthCommas.Comma;
        long? unterminated = null;
        var options = new CsvReaderOptions
        {
            Separator = isFullWidth ? FullWidthCommas.StandIn : separator,
            HasHeader = false,
            DetectSeparatorHint = false,
            // Row numbers are those that a spreadsheet shows.
            SkipEmptyLines = false,
            // A quotation mark inside a name is kept as it is; one that never closes has swallowed the rest of the list.
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => unterminated = record.Reason is CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : unterminated,
            MaxRecordSize = LongestLine,
            IncludeValuesInExceptions = false,
        };
        using var lines = isFullWidth ? (TextReader)new FullWidthCommas(text) : text;
        using var reader = CsvReader.Create(lines, options, leaveOpen: true);
        while (await NextAsync(reader, cancellationToken))
        {
            if (unterminated is { } row) { throw new ImportFileException(ImportFileFault.BrokenQuotes, line: (int)row); }
            yield return new SheetRow(0, (int)reader.RowNumber, Cells(reader, isFullWidth));
        }
    }

    private static async Task<bool> NextAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            throw new ImportFileException(ImportFileFault.BrokenQuotes, line: (int)exception.RecordNumber, cause: exception);
        }
    }

    private static string[] Cells(CsvReader reader, bool isFullWidth)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = reader.GetString(index);
            cells[index] = isFullWidth ? FullWidthCommas.Restore(cell) : cell;
        }

        return cells;
    }

    private static char SeparatorOf(string beginning)
    {
        var lines = beginning.Split('\n').Take(ImportFile.RowsBeforeHeadings).ToArray();
        return Separators.MaxBy(separator => lines.Max(line => line.Split(separator).Count(cell => ImportColumns.OfHeading(cell) is not null)));
    }
}
