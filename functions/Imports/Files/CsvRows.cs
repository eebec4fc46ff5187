using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Alleviation.Functions.Imports.Files;

/// <summary>The rows of a text file, one at a time.</summary>
public static class CsvRows
{
    /// <summary>Far more than a line of any list: what is longer has lost a quotation mark.</summary>
    private const int LongestLine = 256 * 1024;

    private static readonly string[] Delimiters = [",", "\t", ";", "，"];

    public static async IAsyncEnumerable<SheetRow> ReadAsync(
        Stream body, Encoding encoding, ReadOnlyMemory<byte> beginning, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(body, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(encoding.GetString(beginning.Span)),
            // Row numbers are those that a spreadsheet shows.
            IgnoreBlankLines = false,
            // A quotation mark inside a name is kept as it is.
            BadDataFound = null,
            MaxFieldSize = LongestLine,
        };
        using var parser = new CsvParser(text, configuration);
        while (await NextAsync(parser))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SheetRow(0, parser.Row, parser.Record ?? []);
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException exception)
        {
            throw new ImportFileException(ImportFileFault.BrokenQuotes, line: parser.Row, cause: exception);
        }
    }

    private static string DelimiterOf(string beginning)
    {
        var lines = beginning.Split('\n').Take(ImportFile.RowsBeforeHeadings).ToArray();
        return Delimiters.MaxBy(delimiter => lines.Max(line => line.Split(delimiter).Count(cell => ImportColumns.OfHeading(cell) is not null)))!;
    }
}
