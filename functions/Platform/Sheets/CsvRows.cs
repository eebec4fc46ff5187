using System.Runtime.CompilerServices;
using CsvHelper;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>The rows of a text file, one at a time.</summary>
internal static class CsvRows
{
    /// <summary>In bytes of UTF-8. Far more than a line of any list: what is longer has lost a quotation mark.</summary>
    private const int MaxLine = 256 * 1024;

    public static async IAsyncEnumerable<SheetRow> ReadAsync(
        Stream body,
        TextFile file,
        SheetLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var text = new StreamReader(
            body,
            file.Encoding,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 64 * 1024,
            leaveOpen: true
        );
        var isFullWidth = file.Separator is FullWidthCommas.Comma;
        long? unterminated = null;
        var options = new CsvReaderOptions
        {
            Separator = isFullWidth ? FullWidthCommas.StandIn : file.Separator,
            HasHeader = false,
            DetectSeparatorHint = false,
            // Row numbers are those that a spreadsheet shows.
            SkipEmptyLines = false,
            // A quotation mark inside a name is kept as it is; one that never closes has swallowed the rest of the list.
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record =>
                unterminated = record.Reason is CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : unterminated,
            MaxRecordSize = MaxLine,
            IncludeValuesInExceptions = false,
        };
        using var lines = isFullWidth ? (TextReader)new FullWidthCommas(text) : text;
        using var reader = CsvReader.Create(lines, options, leaveOpen: true);
        while (await NextAsync(reader, cancellationToken))
        {
            var number = (int)reader.RowNumber;
            if (unterminated is { } row)
            {
                throw new SheetFileException(SheetFault.BrokenQuotes, (int)row);
            }
            var cells = Cells(reader, isFullWidth);
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }
            if (number > limits.MaxRows)
            {
                throw new SheetFileException(SheetFault.TooManyRows, number);
            }
            if (Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) >= limits.MaxColumns)
            {
                throw new SheetFileException(SheetFault.TooManyColumns, number);
            }
            yield return new SheetRow(number, cells);
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
            throw new SheetFileException(SheetFault.BrokenQuotes, (int)exception.RecordNumber, exception);
        }
    }

    private static string[] Cells(CsvReader reader, bool isFullWidth)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = reader.GetString(index);
            if (cell.Length > CellText.MaxCharacters)
            {
                cell = cell[..(CellText.MaxCharacters + 1)];
            }
            cells[index] = isFullWidth ? FullWidthCommas.Restore(cell) : cell;
        }

        return cells;
    }
}
