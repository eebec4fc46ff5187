using System.Runtime.CompilerServices;
using System.Text;

namespace Alleviation.Functions.Imports.Files;

/// <summary>A registry list on its way in: the heading row has been read, the lines come one at a time.</summary>
public sealed class ImportFile : IAsyncDisposable
{
    /// <summary>Titles, dates and the office's name stand above the headings of many lists.</summary>
    internal const int RowsBeforeHeadings = 20;

    private const int Beginning = 64 * 1024;

    private readonly IAsyncEnumerator<SheetRow> _rows;
    private readonly Stream? _spooled;
    private Headings _headings = null!;

    // GB18030 for lists that are text; Windows-1252, which the reader of workbooks asks for whatever a workbook holds.
    static ImportFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private ImportFile(IAsyncEnumerator<SheetRow> rows, Stream? spooled) => (_rows, _spooled) = (rows, spooled);

    /// <exception cref="ImportFileException">The file cannot be taken, and why.</exception>
    public static async Task<ImportFile> OpenAsync(Stream body, IReadOnlyList<ImportColumn> required, ImportOptions options, CancellationToken cancellationToken)
    {
        var bytes = new byte[Beginning];
        var length = await body.ReadAtLeastAsync(bytes, Beginning, throwOnEndOfStream: false, cancellationToken);
        var file = await OpenAsync(new PrefixedStream(bytes.AsMemory(0, length), body), bytes.AsMemory(0, length), options, cancellationToken);
        try
        {
            await file.ReadHeadingsAsync(required);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<ImportLine> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sheet = _rows.Current.Sheet;
        while (await _rows.MoveNextAsync() && _rows.Current.Sheet == sheet)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = _headings.Read(_rows.Current);
            if (cells.Count > 0) { yield return new ImportLine(_rows.Current.Number, cells); }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        if (_spooled is not null) { await _spooled.DisposeAsync(); }
    }

    private static async Task<ImportFile> OpenAsync(Stream body, ReadOnlyMemory<byte> beginning, ImportOptions options, CancellationToken cancellationToken)
    {
        switch (FileKinds.Of(beginning.Span))
        {
            case FileKind.Empty:
                throw new ImportFileException(ImportFileFault.Empty);
            case FileKind.CompoundFile:
                throw new ImportFileException(ImportFileFault.EncryptedOrOldWorkbook);
            case FileKind.Workbook:
                var spooled = await SpooledFile.OfAsync(body, cancellationToken);
                return new ImportFile(WorkbookRows.Read(spooled, options).ToAsyncEnumerable().GetAsyncEnumerator(cancellationToken), spooled);
            default:
                var encoding = TextEncoding.Of(beginning.Span) ?? throw new ImportFileException(ImportFileFault.NotAList);
                return new ImportFile(CsvRows.ReadAsync(body, encoding, beginning, cancellationToken).GetAsyncEnumerator(cancellationToken), null);
        }
    }

    private async Task ReadHeadingsAsync(IReadOnlyList<ImportColumn> required)
    {
        while (await _rows.MoveNextAsync())
        {
            if (_rows.Current.Number > RowsBeforeHeadings || Headings.In(_rows.Current) is not { } headings) { continue; }
            if (headings.Twice is { } twice) { throw new ImportFileException(ImportFileFault.ColumnTwice, [twice], _rows.Current.Number); }
            if (headings.Missing(required) is { Count: > 0 } missing) { throw new ImportFileException(ImportFileFault.MissingColumns, missing, _rows.Current.Number); }
            _headings = headings;
            return;
        }

        throw new ImportFileException(ImportFileFault.NoHeadings, required);
    }
}
