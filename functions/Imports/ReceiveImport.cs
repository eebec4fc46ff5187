using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Sheets;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Imports;

/// <param name="Mends">The import whose refused lines are sent again: what they wrongly entered in the registry leaves it.</param>
/// <param name="EnrolWhenClear">Whether a file about which nobody has to be asked is taken at once.</param>
public sealed record ReceiveImport(
    Caller Caller,
    ImportPurpose Purpose,
    string? FileName,
    bool EnrolWhenClear,
    ImportId? Mends,
    Stream Body
);

/// <summary>
/// Reads a registry list and says what would be used of it; takes its lines at once where that is asked for and all is clear.
/// </summary>
public sealed class ReceiveImportHandler(
    ImportTable imports,
    ReadFile readFile,
    RememberedChoiceTable remembered,
    FileTable files,
    ReadingTable readings,
    TakeLines takeLines,
    ImportWords words,
    TimeProvider clock,
    IOptions<ImportOptions> options
)
{
    /// <exception cref="SheetFileException">The file cannot be read. Nothing of it is kept.</exception>
    /// <exception cref="ImportFileException">It is no registry list. Nothing of it is kept.</exception>
    public async Task<Import> HandleAsync(ReceiveImport command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var import = new Import(ImportId.New(now), command.Purpose, command.Caller, command.FileName, now) { Mends = command.Mends };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.MaxUpload);
        await using var book = await SheetBook.OpenAsync(
            command.Body,
            options.Value.ToLimits(),
            cell => words.For(command.Purpose).OfHeading(cell) is not null,
            patience.Token
        );
        var reading = await readFile.ReadAsync(
            book,
            command.Purpose,
            choice: null,
            (kind, token) => remembered.FindAsync(command.Caller.AccountId, kind, token),
            cancellationToken
        );
        if (reading.Sheets.All(sheet => sheet.HeadingRows.Count is 0))
        {
            throw new ImportFileException(ImportFileFault.NoHeadings, [ImportColumns.Name]);
        }
        if (reading.Sheets.All(sheet => sheet.Lines is 0))
        {
            throw new ImportFileException(ImportFileFault.NoLines);
        }

        await imports.AddAsync(import, cancellationToken);
        await readings.KeepAsync(import.Id, reading, cancellationToken);
        if (command.EnrolWhenClear && reading.IsClear)
        {
            return await takeLines.HandleAsync(import, book, reading, failed: read => read.Failed(clock.GetUtcNow()), cancellationToken);
        }
        await files.AddAsync(import.Id, book.Bytes(), cancellationToken);
        return await imports.ChangeAsync(import.Id, read => read.Waiting(), cancellationToken) ?? import;
    }
}
