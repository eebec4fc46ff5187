using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Storage;

namespace Alleviation.Functions.Imports;

public enum CancelImportOutcome
{
    /// <summary>What has not been looked at stays out. What is enrolled stays enrolled.</summary>
    Cancelled,

    /// <summary>There is nothing left to cancel.</summary>
    AlreadyFinished,
    NotFound,
}

public sealed class CancelImportHandler(ImportTable imports, TimeProvider clock)
{
    public async Task<CancelImportOutcome> HandleAsync(ImportId id, Caller caller, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import || !import.CanBeSeenBy(caller))
        {
            return CancelImportOutcome.NotFound;
        }
        var progress = ImportProgress.Of(import, await imports.ListResultsAsync(id, cancellationToken));
        if (progress.Status is ImportStatus.Completed or ImportStatus.Failed)
        {
            return CancelImportOutcome.AlreadyFinished;
        }
        await imports.ChangeAsync(id, read => read.Cancelled(clock.GetUtcNow()), cancellationToken);
        return CancelImportOutcome.Cancelled;
    }
}
