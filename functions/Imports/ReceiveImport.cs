using Alleviation.Functions.Access;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Imports;

public sealed record ReceiveImport(Caller Caller, ImportPurpose Purpose, string? FileName, Stream Body);

/// <summary>Takes a registry list in, line by line as it arrives, and hands it on to be worked on.</summary>
public sealed class ReceiveImportHandler(
    ImportTable imports,
    StoredLines lines,
    RefusedLines refusedLines,
    RegistryTable registry,
    CoverageRequests coverage,
    Regions regions,
    Fingerprinter fingerprinter,
    MessageSender messages,
    TimeProvider clock,
    IOptions<ImportOptions> options)
{
    /// <exception cref="ImportFileException">The file cannot be taken. Nothing of it is kept.</exception>
    public async Task<Import> HandleAsync(ReceiveImport command, CancellationToken cancellationToken)
    {
        await using var file = await ImportFile.OpenAsync(command.Body, RequiredColumns.For(command.Purpose), options.Value, cancellationToken);
        var now = clock.GetUtcNow();
        var import = new Import(ImportId.New(now), command.Purpose, command.Caller, command.FileName, now);
        await imports.AddAsync(import, cancellationToken);
        try
        {
            var received = await ReceiveAsync(import, file, cancellationToken);
            // Announce, then commit: whoever takes the message early waits for the commit.
            if (received.Purpose is ImportPurpose.Enrolment) { await messages.SendAsync(new ImportChunkReady(import.Id.Value, ImportChunk.Whole.Prefix), cancellationToken); }
            return await imports.ChangeAsync(import.Id, read => read.Received(received.Lines, received.Households), cancellationToken) ?? received;
        }
        catch
        {
            // The caller may have hung up: what is stored of his list has to go all the same. A crash leaves it to the clean-up.
            await imports.ChangeAsync(import.Id, read => read.Failed(clock.GetUtcNow()), CancellationToken.None);
            await lines.DeleteAsync(import, ImportChunk.Whole, CancellationToken.None);
            throw;
        }
    }

    private async Task<Import> ReceiveAsync(Import import, ImportFile file, CancellationToken cancellationToken)
    {
        var registryLines = new RegistryLines(registry, coverage, regions, fingerprinter, import.StartedBy);
        using var refused = refusedLines.WriterFor(import.Id);
        var writer = lines.WriterFor(import.Id);
        var count = 0;
        await foreach (var line in file.ReadLinesAsync(cancellationToken))
        {
            count++;
            var fingerprint = registryLines.FingerprintOf(line, import.Id);
            var error = await registryLines.EnterAsync(line, fingerprint, cancellationToken);
            // An enrolment tells its refusals itself, with all that is wrong.
            if (import.Purpose is ImportPurpose.Enrolment) { await writer.AddAsync(fingerprint, line, cancellationToken); }
            else if (error is not null) { await refused.AddAsync([new RefusedLine(line, [error])], cancellationToken); }
        }

        if (count is 0) { throw new ImportFileException(ImportFileFault.NoLines); }
        await writer.FinishAsync(cancellationToken);
        await registryLines.FinishAsync(cancellationToken);
        await refused.FinishAsync(cancellationToken);
        if (import.Purpose is ImportPurpose.Registry)
        {
            var result = new ChunkResult(registryLines.Entered, 0, registryLines.Households - registryLines.Entered, refused.Count, CutShort: false, clock.GetUtcNow());
            await imports.AddResultAsync(import.Id, ImportChunk.Whole, result, cancellationToken);
        }

        return import.Received(count, registryLines.Households);
    }
}
