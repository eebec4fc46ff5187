using System.Runtime.CompilerServices;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Physicians;

namespace Alleviation.Functions.Imports.Physicians;

/// <summary>
/// Keeps the physicians of a list on the roster, as the form would. A line stands for itself: one that is wrong is refused, the others are
/// kept.
/// </summary>
public sealed class SavePhysicianLines(
    SavePhysicianHandler keep,
    PhysicianCheck check,
    Labels labels,
    RegionNames regions,
    TimeProvider clock
)
{
    private const int AtOnce = 8;

    public async Task<ChunkResult> HandleAsync(
        IAsyncEnumerable<ImportLine> lines,
        RefusedLineWriter refused,
        CancellationToken cancellationToken
    )
    {
        var (saved, unchanged) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            RightOnesAsync(lines, refused, cancellationToken),
            options,
            async (line, token) =>
            {
                var result = await keep.HandleAsync(line.Command, version: null, token);
                _ = result.Outcome switch
                {
                    SavePhysicianOutcome.Added or SavePhysicianOutcome.Changed => Interlocked.Increment(ref saved),
                    SavePhysicianOutcome.Unchanged => Interlocked.Increment(ref unchanged),
                    // Others change the same physician at this moment: sent again, the line is kept.
                    _ => await RefuseAsync(line.Refuse(ImportColumns.PhysicianId, "changed-meanwhile"), line, refused, token),
                };
            }
        );
        await refused.FinishAsync(cancellationToken);
        return new ChunkResult(saved, unchanged, refused.Count, refused.Count, CutShort: false, clock.GetUtcNow());
    }

    private async IAsyncEnumerable<PhysicianLine> RightOnesAsync(
        IAsyncEnumerable<ImportLine> lines,
        RefusedLineWriter refused,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var read in lines.WithCancellation(cancellationToken))
        {
            var line = new PhysicianLine(read, labels, regions);
            var errors = line.With(check.Check(line.Command).Errors);
            if (errors.Count is 0 && !ids.Add(line.Command.Id!))
            {
                errors = [line.Refuse(ImportColumns.PhysicianId, "twice")];
            }
            if (errors.Count is 0)
            {
                yield return line;
            }
            else
            {
                await refused.AddAsync([new RefusedLine(read, errors)], cancellationToken);
            }
        }
    }

    private static async Task<int> RefuseAsync(
        LineError error,
        PhysicianLine line,
        RefusedLineWriter refused,
        CancellationToken cancellationToken
    )
    {
        await refused.AddAsync([new RefusedLine(line.Line, [error])], cancellationToken);
        return refused.Count;
    }
}
