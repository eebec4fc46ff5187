using CsvHelper;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>Writes lists as a spreadsheet opens them: UTF-8 that says so, every cell guarded.</summary>
public sealed class CsvText : IAsyncDisposable
{
    public const string ContentType = "text/csv";

    private readonly CsvWriter _csv;

    public CsvText(Stream stream) => _csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);

    public async Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(SpreadsheetText.Guard(cell));
        }
        await _csv.EndRecordAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
