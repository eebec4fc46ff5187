using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Imports;

/// <summary>
/// Works on an announced chunk. Delivered twice or after a crash, the outcome is the same: households are found again by their source.
/// </summary>
public sealed class EnrolChunkHandler(
    ImportTable imports,
    LineTable lines,
    RefusedLineTable refusedLines,
    EnrolLines enrolLines,
    AnnouncedImport announced,
    MessageSender messages,
    ImportPace pace,
    TimeProvider clock
)
{
    /// <summary>How many households may pass before a cancellation is noticed.</summary>
    private const int BetweenLooks = 20;

    /// <summary>
    /// How many chunks of an import are worked on at once, over all hosts: one import neither floods the queue nor holds up another.
    /// </summary>
    private const int Lanes = 4;

    public async Task HandleAsync(Delivery<ImportChunkReady> delivery, CancellationToken cancellationToken)
    {
        if (await announced.FindAsync(delivery, cancellationToken) is not { Stage: ImportStage.Received } import)
        {
            return;
        }
        var chunk = new ImportChunk(delivery.Message.Chunk);
        if (chunk == ImportChunk.Whole && import.Chunks > 1)
        {
            foreach (var first in ImportChunk.Of(import.Chunks).Take(Lanes))
            {
                await AnnounceAsync(import, first, cancellationToken);
            }
            return;
        }

        try
        {
            await WorkOnAsync(import, chunk, cancellationToken);
        }
        catch (Exception) when (delivery.IsLast && !cancellationToken.IsCancellationRequested)
        {
            // This chunk ends among the problems; the others of its lane need not wait for an operator.
            await AnnounceAsync(import, chunk.Next(import.Chunks, Lanes), cancellationToken);
            throw;
        }
    }

    private async Task WorkOnAsync(Import import, ImportChunk chunk, CancellationToken cancellationToken)
    {
        if (!await imports.HasResultAsync(import.Id, chunk, cancellationToken))
        {
            var result = await EnrolAsync(import, chunk, cancellationToken);
            // Before the result: whoever finds the result knows that the lane goes on, and does not start it a second time.
            await AnnounceAsync(import, chunk.Next(import.Chunks, Lanes), cancellationToken);
            await imports.AddResultAsync(import.Id, chunk, result, cancellationToken);
        }

        // Refused lines are kept elsewhere by now; of the others nothing more is needed.
        await lines.DeleteAsync(import, chunk, cancellationToken);
    }

    private Task AnnounceAsync(Import import, ImportChunk? chunk, CancellationToken cancellationToken) =>
        chunk is { } next ? messages.SendAsync(new ImportChunkReady(import.Id.Value, next.Prefix), cancellationToken) : Task.CompletedTask;

    private async Task<ChunkResult> EnrolAsync(Import import, ImportChunk chunk, CancellationToken cancellationToken)
    {
        using var refused = refusedLines.WriterFor(import.Id);
        var tally = new ChunkTally();
        var options = new ParallelOptions { MaxDegreeOfParallelism = pace.HouseholdsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            UntilCancelledAsync(import, chunk, tally, cancellationToken),
            options,
            async (group, token) =>
            {
                using var turn = await pace.TurnAsync(token);
                var (outcome, refusals) = await enrolLines.HandleAsync(group, import, token);
                await refused.AddAsync(refusals, token);
                if (group.IsFirst)
                {
                    tally.Count(outcome);
                }
            }
        );
        await refused.FinishAsync(cancellationToken);
        return tally.Result(refused.Count, clock.GetUtcNow());
    }

    private async IAsyncEnumerable<LineGroup> UntilCancelledAsync(
        Import import,
        ImportChunk chunk,
        ChunkTally tally,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var count = 0;
        await foreach (var group in lines.ReadAsync(import, chunk, cancellationToken))
        {
            if (count++ % BetweenLooks is 0 && await imports.FindAsync(import.Id, cancellationToken) is not { CancelledAt: null })
            {
                tally.CutShort = true;
                yield break;
            }

            yield return group;
        }
    }

    /// <summary>Whether the chunk has its result, or the import is gone. That a large one was cut into its chunks cannot be told.</summary>
    public async Task<bool> IsDoneAsync(ImportChunkReady message, CancellationToken cancellationToken) =>
        ImportId.TryParse(message.Import, out var id)
        && (
            await imports.FindAsync(id, cancellationToken) is null
            || await imports.HasResultAsync(id, new ImportChunk(message.Chunk), cancellationToken)
        );
}
