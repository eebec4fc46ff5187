namespace Alleviation.Functions.Imports;

/// <summary>
/// How an import stands: added up from its chunks' results whenever somebody asks, so that it cannot drift and a chunk that is
/// delivered twice cannot double it.
/// </summary>
public sealed record ImportProgress(
    ImportStatus Status,
    int Accepted,
    int Unchanged,
    int Refused,
    int RefusedLines,
    double Done,
    DateTimeOffset? FinishedAt
)
{
    public static ImportProgress Of(Import import, IReadOnlyCollection<ChunkResult> results)
    {
        var status = StatusOf(import, results);
        return new ImportProgress(
            status,
            results.Sum(result => result.Accepted),
            results.Sum(result => result.Unchanged),
            results.Sum(result => result.Refused),
            results.Sum(result => result.RefusedLines),
            DoneOf(status, import, results),
            status switch
            {
                ImportStatus.Completed => results.Max(result => result.FinishedAt),
                ImportStatus.Cancelled => import.CancelledAt,
                ImportStatus.Failed => import.FailedAt,
                _ => null,
            }
        );
    }

    private static ImportStatus StatusOf(Import import, IReadOnlyCollection<ChunkResult> results)
    {
        if (import.Stage is ImportStage.Failed)
        {
            return ImportStatus.Failed;
        }
        if (import.Stage is ImportStage.Received && results.Count == import.Chunks && !results.Any(result => result.CutShort))
        {
            return ImportStatus.Completed;
        }
        if (import.CancelledAt is not null)
        {
            return ImportStatus.Cancelled;
        }
        return import.Stage switch
        {
            ImportStage.Receiving => ImportStatus.Receiving,
            ImportStage.Waiting => ImportStatus.Waiting,
            _ => ImportStatus.Running,
        };
    }

    private static double DoneOf(ImportStatus status, Import import, IReadOnlyCollection<ChunkResult> results)
    {
        if (status is ImportStatus.Completed)
        {
            return 1;
        }
        return import.Households is 0
            ? 0
            : Math.Min(1, Math.Round(results.Sum(result => result.Households) / (double)import.Households, 3));
    }
}
