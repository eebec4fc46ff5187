using System.Globalization;
using System.Text;
using CsvHelper;

namespace Alleviation.Functions.Imports.Files;

/// <summary>Writes lists as a spreadsheet opens them: UTF-8 that says so, every cell guarded.</summary>
public sealed class CsvText : IAsyncDisposable
{
    public const string ContentType = "text/csv";

    private readonly CsvWriter _csv;

    public CsvText(Stream stream) => _csv = new CsvWriter(new StreamWriter(stream, Encoding.UTF8, leaveOpen: true), CultureInfo.InvariantCulture);

    public async Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells) { _csv.WriteField(SpreadsheetText.Guard(cell)); }
        cancellationToken.ThrowIfCancellationRequested();
        await _csv.NextRecordAsync();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
