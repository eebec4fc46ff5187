namespace Alleviation.Functions.Platform.Sheets;

/// <summary>A sheet of a file; a text file has one, without a name.</summary>
/// <param name="Place">The first being 0.</param>
/// <param name="HiddenColumns">The places of the columns that nobody sees.</param>
public sealed record SheetTab(int Place, string? Name, bool IsHidden, IReadOnlySet<int> HiddenColumns);

/// <summary>A CSV file or a workbook on disk: its sheets, each of which can be read from its beginning as often as it takes.</summary>
public sealed class SheetBook : IAsyncDisposable
{
    private readonly Stream _file;
    private readonly SheetLimits _limits;
    private readonly Workbook? _workbook;
    private readonly TextFile? _text;

    private SheetBook(Stream file, SheetLimits limits, Workbook? workbook, TextFile? text)
    {
        (_file, _limits, _workbook, _text) = (file, limits, workbook, text);
        Tabs = workbook?.Tabs ?? [new SheetTab(0, null, IsHidden: false, new HashSet<int>())];
    }

    public IReadOnlyList<SheetTab> Tabs { get; }

    /// <param name="body">Read to its end and put on disk: a file is looked at before anything is done with it.</param>
    /// <param name="isHeading">Tells a heading, by which the separator of a text file is found.</param>
    /// <exception cref="SheetFileException">It cannot be read, and why.</exception>
    public static async Task<SheetBook> OpenAsync(
        Stream body,
        SheetLimits limits,
        Func<string, bool> isHeading,
        CancellationToken cancellationToken
    )
    {
        var file = await SpooledFile.OfAsync(body, limits.MaxBytes, cancellationToken);
        try
        {
            var beginning = await TextFile.BeginningOfAsync(file, cancellationToken);
            return FileKinds.Of(beginning) switch
            {
                FileKind.Empty => throw new SheetFileException(SheetFault.Empty),
                FileKind.CompoundFile => throw new SheetFileException(SheetFault.EncryptedOrOldWorkbook),
                FileKind.Workbook => new SheetBook(file, limits, Workbook.Open(file, limits), null),
                _ => new SheetBook(file, limits, null, TextFile.Of(beginning, isHeading)),
            };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows of a sheet that hold anything, in their order.</summary>
    public IAsyncEnumerable<SheetRow> ReadAsync(int place, CancellationToken cancellationToken)
    {
        _file.Position = 0;
        return _workbook is not null
            ? _workbook.Read(place).ToAsyncEnumerable()
            : CsvRows.ReadAsync(_file, _text!, _limits, cancellationToken);
    }

    /// <summary>The file's bytes from their beginning, to be kept.</summary>
    public Stream Bytes()
    {
        _file.Position = 0;
        return _file;
    }

    public async ValueTask DisposeAsync()
    {
        _workbook?.Dispose();
        await _file.DisposeAsync();
    }
}
