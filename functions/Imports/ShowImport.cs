using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Imports;

/// <summary>Imports as people see them. "Not yours" looks like "not there".</summary>
public sealed class ShowImportHandler(
    ImportTable imports,
    ImportListTable list,
    RefusedLineTable refusedLines,
    ReadingTable readings,
    RefusalAnswers answers
)
{
    private const int LinesOfPage = 100;
    private const int ImportsOfPage = 20;

    public async Task<Import?> FindAsync(string? id, Caller caller, CancellationToken cancellationToken) =>
        ImportId.TryParse(id, out var importId)
        && await imports.FindAsync(importId, cancellationToken) is { } import
        && import.CanBeSeenBy(caller)
            ? import
            : null;

    public async Task<ImportAnswer> ShowAsync(Import import, CancellationToken cancellationToken) =>
        ImportAnswer.Of(import, ImportProgress.Of(import, await imports.ListResultsAsync(import.Id, cancellationToken)));

    /// <summary>With what the file holds and what is used of it.</summary>
    public async Task<ImportAnswer> ShowWithReadingAsync(Import import, CancellationToken cancellationToken) =>
        await ShowAsync(import, cancellationToken) with
        {
            Reading = await readings.FindAsync(import.Id, cancellationToken) is { } reading ? ReadingAnswer.Of(reading) : null,
        };

    public async Task<Page<ImportAnswer>> ListAsync(Caller caller, string? after, CancellationToken cancellationToken)
    {
        var (ids, last) = await list.ListByAccountAsync(caller.AccountId, after, ImportsOfPage, cancellationToken);
        var found = await Task.WhenAll(ids.Select(id => imports.FindAsync(id, cancellationToken)));
        var answers = await Task.WhenAll(found.OfType<Import>().Select(import => ShowAsync(import, cancellationToken)));
        return new Page<ImportAnswer>(answers, last is null ? null : Cursor.Of(last));
    }

    /// <summary>
    /// Why lines were refused. A household's number leads to the household: whoever did not send the list sees none without a reason.
    /// </summary>
    /// <param name="after">The key of the last line of the page before.</param>
    public async Task<Page<RefusalAnswer>> ListRefusedAsync(
        Import import,
        string? after,
        Caller caller,
        bool hasReason,
        string language,
        CancellationToken cancellationToken
    )
    {
        var showsNumbers = hasReason || import.IsOf(caller);
        var lines = await refusedLines
            .ReadAsync(import.Id, after, LinesOfPage, cancellationToken)
            .Take(LinesOfPage)
            .ToListAsync(cancellationToken);
        var next = lines.Count < LinesOfPage ? null : Cursor.Of(lines[^1].Line.Key);
        return new Page<RefusalAnswer>(
            [
                .. lines
                    .SelectMany(line => answers.Of(line, language))
                    .Select(refusal => showsNumbers ? refusal : refusal with { RegistrationNumber = null }),
            ],
            next
        );
    }
}
