using Alleviation.Functions.Imports.Storage;

namespace Alleviation.Functions.Imports;

/// <summary>
/// Takes away what is no longer needed of people's lists: uploads that broke off or that nobody confirmed, and refused lines that nobody
/// mended.
/// </summary>
public sealed class CleanUpImportsHandler(
    ImportTable imports,
    ImportListTable list,
    LineTable lines,
    RefusedLineTable refusedLines,
    FileTable files,
    ReadingTable readings,
    TimeProvider clock
)
{
    private static readonly TimeSpan MaxUpload = TimeSpan.FromHours(24);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await foreach (var id in list.ListStartedBeforeAsync(now - MaxUpload, cancellationToken))
        {
            if (await imports.FindAsync(id, cancellationToken) is not { } import)
            {
                continue;
            }
            if (import.Stage is ImportStage.Receiving or ImportStage.Waiting)
            {
                import =
                    await imports.ChangeAsync(
                        id,
                        read => read.Stage is ImportStage.Receiving or ImportStage.Waiting ? read.Failed(now) : read,
                        cancellationToken
                    ) ?? import;
            }

            if (import.Stage is ImportStage.Failed || import.StartedAt < now - Kept)
            {
                await ForgetAsync(import, cancellationToken);
            }
        }
    }

    // Who imported what, when, and with which counts stays.
    private async Task ForgetAsync(Import import, CancellationToken cancellationToken)
    {
        await lines.DeleteAsync(import, ImportChunk.Whole, cancellationToken);
        await refusedLines.DeleteAsync(import.Id, cancellationToken);
        await files.DeleteAsync(import.Id, cancellationToken);
        await readings.DeleteAsync(import.Id, cancellationToken);
        await list.ForgetStartAsync(import, cancellationToken);
    }
}
