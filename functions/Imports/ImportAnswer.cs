using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Imports;

/// <summary>An import as the API shows it. Counts are of households unless they say lines.</summary>
/// <param name="Progress">0 to 1.</param>
/// <param name="RefusedLines">Their first page; the others are under /refused-lines.</param>
/// <param name="Reading">What the file holds and what is used of it; not in a list of imports, nor where the import is long over.</param>
public sealed record ImportAnswer(
    string Id,
    ImportPurpose Purpose,
    string? FileName,
    ImportStatus Status,
    int Lines,
    int Households,
    int Accepted,
    int Unchanged,
    int Refused,
    int RefusedLineCount,
    double Progress,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    Page<RefusalAnswer>? RefusedLines = null,
    ReadingAnswer? Reading = null
)
{
    public static ImportAnswer Of(Import import, ImportProgress progress, Page<RefusalAnswer>? refusedLines = null) =>
        new(
            import.Id.Value,
            import.Purpose,
            import.FileName,
            progress.Status,
            import.Lines,
            import.Households,
            progress.Accepted,
            progress.Unchanged,
            progress.Refused,
            progress.RefusedLines,
            progress.Done,
            import.StartedAt,
            progress.FinishedAt,
            refusedLines
        );
}
