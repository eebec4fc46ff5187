using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Imports.Physicians;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Imports;

/// <summary>Takes the lines of a file as its reading says, and hands them on to be worked on.</summary>
public sealed class TakeLines(
    ImportTable imports,
    ReadFile readFile,
    LineTable lines,
    RefusedLineTable refusedLines,
    RegistryTable registry,
    HouseholdTable households,
    CoverageRequests coverage,
    Regions regions,
    RegionNames names,
    Labels labels,
    SavePhysicianLines physicians,
    Fingerprinter fingerprinter,
    MessageSender messages,
    TimeProvider clock
)
{
    /// <param name="failed">The import as it is to be where its lines cannot be taken.</param>
    /// <exception cref="ImportFileException">There is not one line. Nothing is kept of them.</exception>
    public async Task<Import> HandleAsync(
        Import import,
        SheetBook book,
        FileReading reading,
        Func<Import, Import> failed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var received =
                import.Purpose is ImportPurpose.Roster
                    ? await ReceivePhysiciansAsync(import, book, reading, cancellationToken)
                    : await ReceiveAsync(import, book, reading, cancellationToken);
            // Announce, then commit: whoever takes the message early waits for the commit.
            if (received.Purpose is ImportPurpose.Enrolment)
            {
                await messages.SendAsync(new ImportChunkReady(import.Id.Value, ImportChunk.Whole.Prefix), cancellationToken);
            }
            return await imports.ChangeAsync(import.Id, read => read.Received(received.Lines, received.Households), cancellationToken)
                ?? received;
        }
        catch
        {
            // The caller may have hung up: what is stored of his list has to go all the same. A crash leaves it to the clean-up.
            await lines.DeleteAsync(import, ImportChunk.Whole, CancellationToken.None);
            await imports.ChangeAsync(import.Id, failed, CancellationToken.None);
            throw;
        }
    }

    private async Task CorrectAsync(Import import, RegistryLines registryLines, CancellationToken cancellationToken)
    {
        if (
            import.Mends is not { } id
            || await imports.FindAsync(id, cancellationToken) is not { } mended
            || mended.StartedBy.AccountId != import.StartedBy.AccountId
        )
        {
            return;
        }
        await foreach (var before in refusedLines.ReadAsync(id, after: null, pageSize: null, cancellationToken))
        {
            // One that is enrolled with other content stays: its number is right.
            if (before.Errors.All(error => error.Code is not "import-enrolled-differently"))
            {
                await registryLines.CorrectAsync(before.Line, cancellationToken);
            }
        }
    }

    private async Task<Import> ReceiveAsync(Import import, SheetBook book, FileReading reading, CancellationToken cancellationToken)
    {
        var registryLines = new RegistryLines(registry, coverage, regions, names, households, fingerprinter, import.StartedBy);
        var numbers = new HouseholdNumbers(labels, fingerprinter, reading);
        using var refused = refusedLines.WriterFor(import.Id);
        var writer = lines.WriterFor(import.Id);
        var count = 0;
        await foreach (var read in readFile.LinesAsync(book, import.Purpose, reading, cancellationToken))
        {
            count++;
            var line = numbers.Complete(read);
            var fingerprint = registryLines.FingerprintOf(line, import.Id);
            var error = await registryLines.EnterAsync(line, fingerprint, cancellationToken);
            // An enrolment tells its refusals itself, with all that is wrong.
            if (import.Purpose is ImportPurpose.Enrolment)
            {
                await writer.AddAsync(fingerprint, line, cancellationToken);
            }
            else if (error is not null)
            {
                await refused.AddAsync([new RefusedLine(line, [error])], cancellationToken);
            }
        }

        if (count is 0)
        {
            throw new ImportFileException(ImportFileFault.NoLines);
        }
        await writer.FinishAsync(cancellationToken);
        await CorrectAsync(import, registryLines, cancellationToken);
        await registryLines.FinishAsync(cancellationToken);
        await refused.FinishAsync(cancellationToken);
        if (import.Purpose is ImportPurpose.Registry)
        {
            var result = new ChunkResult(
                registryLines.Entered,
                0,
                registryLines.Households - registryLines.Entered,
                refused.Count,
                CutShort: false,
                clock.GetUtcNow()
            );
            await imports.AddResultAsync(import.Id, ImportChunk.Whole, result, cancellationToken);
        }

        return import.Received(count, registryLines.Households);
    }

    private async Task<Import> ReceivePhysiciansAsync(
        Import import,
        SheetBook book,
        FileReading reading,
        CancellationToken cancellationToken
    )
    {
        using var refused = refusedLines.WriterFor(import.Id);
        var count = 0;
        var result = await physicians.HandleAsync(CompleteLinesAsync(), refused, cancellationToken);
        if (count is 0)
        {
            throw new ImportFileException(ImportFileFault.NoLines);
        }
        await imports.AddResultAsync(import.Id, ImportChunk.Whole, result, cancellationToken);
        return import.Received(count, count);

        async IAsyncEnumerable<ImportLine> CompleteLinesAsync()
        {
            await foreach (var line in readFile.LinesAsync(book, import.Purpose, reading, cancellationToken))
            {
                count++;
                yield return line.With(reading.Values);
            }
        }
    }
}
