using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sheets;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Imports;

/// <summary>What a person confirms: the sheets that are used, and what each of their columns is used for.</summary>
/// <param name="Sheets">The others are left out.</param>
/// <param name="Values">The same for every line, by import column; where the file has a cell, the cell counts.</param>
public sealed record ConfirmImportRequest(IReadOnlyList<ConfirmSheetRequest> Sheets, IReadOnlyDictionary<string, string>? Values = null);

/// <param name="Columns">Those that are used; the others are not.</param>
public sealed record ConfirmSheetRequest(int Place, IReadOnlyList<ConfirmColumnRequest> Columns);

/// <param name="Use">The name of an import column.</param>
public sealed record ConfirmColumnRequest(int Place, string Use);

public enum ConfirmImportOutcome
{
    /// <summary>Its lines are taken and will be worked on.</summary>
    Confirmed,

    /// <summary>Something is missing, named twice or not in the file; it goes on waiting.</summary>
    Invalid,

    /// <summary>It does not wait (any more).</summary>
    NotWaiting,
    NotFound,
}

public sealed record ConfirmImportResult(ConfirmImportOutcome Outcome, Import? Import = null, IReadOnlyList<FieldError>? Errors = null);

/// <summary>
/// Takes the lines of a file that waits, as the person says who sent it; what is said is kept for the next file of that kind.
/// </summary>
public sealed class ConfirmImportHandler(
    ImportTable imports,
    FileTable files,
    ReadingTable readings,
    RememberedChoiceTable remembered,
    ReadFile readFile,
    TakeLines takeLines,
    Labels labels,
    RegionNames regions,
    ImportWords words,
    IOptions<ImportOptions> options
)
{
    public async Task<ConfirmImportResult> HandleAsync(
        ImportId id,
        ConfirmImportRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } found || !found.IsOf(caller))
        {
            return new(ConfirmImportOutcome.NotFound);
        }
        if (
            found is not { Stage: ImportStage.Waiting, CancelledAt: null }
            || await readings.FindAsync(id, cancellationToken) is not { } former
        )
        {
            return new(ConfirmImportOutcome.NotWaiting, found);
        }
        var (choice, errors) = new ChoiceCheck(found.Purpose, former, labels, regions).Check(command);
        if (errors.Count > 0)
        {
            return new(ConfirmImportOutcome.Invalid, found, errors);
        }

        var isFirst = false;
        var import = await imports.ChangeAsync(
            id,
            read => (isFirst = read is { Stage: ImportStage.Waiting, CancelledAt: null }) ? read.Taking() : read,
            cancellationToken
        );
        if (import is null || !isFirst)
        {
            return new(ConfirmImportOutcome.NotWaiting, import);
        }
        var taken = await TakeAsync(import, choice, cancellationToken);
        await files.DeleteAsync(id, cancellationToken);
        return new(ConfirmImportOutcome.Confirmed, taken);
    }

    private async Task<Import> TakeAsync(Import import, FileChoice choice, CancellationToken cancellationToken)
    {
        SheetBook book;
        FileReading reading;
        try
        {
            await using var file = files.Open(import.Id);
            book = await SheetBook.OpenAsync(
                file,
                options.Value.ToLimits(),
                cell => words.For(import.Purpose).OfHeading(cell) is not null,
                cancellationToken
            );
            reading = await readFile.ReadAsync(
                book,
                import.Purpose,
                choice,
                (_, _) => Task.FromResult<RememberedChoice?>(null),
                cancellationToken
            );
            await readings.KeepAsync(import.Id, reading, cancellationToken);
            foreach (var sheet in reading.Sheets.Where(sheet => sheet.IsUsed))
            {
                await remembered.KeepAsync(
                    import.StartedBy.AccountId,
                    ReadFile.KindOf(import.Purpose, sheet),
                    new RememberedChoice(sheet.Uses, choice.Values),
                    cancellationToken
                );
            }
        }
        catch
        {
            await imports.ChangeAsync(import.Id, read => read.Waiting(), CancellationToken.None);
            throw;
        }

        await using (book)
        {
            return await takeLines.HandleAsync(import, book, reading, failed: read => read.Waiting(), cancellationToken);
        }
    }
}
