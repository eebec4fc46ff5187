using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>The marks of what the views show of each household (<see cref="ProjectionState"/>).</summary>
public sealed class ProjectionTable(TableServiceClient service, RecentHouseholds recent)
{
    internal const string Key = $"{DocumentKeys.Now}projected";

    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<StoredProjectionState?> FindAsync(HouseholdId household, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, Key, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <param name="read">The mark as it was read before, where it was.</param>
    /// <returns>False when a newer version is marked: what is shown now is not what it ought to be.</returns>
    public async Task<bool> MarkAsync(
        HouseholdId household,
        ProjectionState views,
        StoredProjectionState? read,
        CancellationToken cancellationToken
    )
    {
        var row = Write(household, views);
        return await ConflictRetry.RunAsync(
            async token =>
            {
                var isWritten = await TryWriteAsync(row, read, token);
                recent.Forget(household);
                if (isWritten)
                {
                    return Attempt.Done(true);
                }
                read = await FindAsync(household, token);
                if (read?.Views.Version > views.Version)
                {
                    return Attempt.Done(false);
                }
                // A retry inside the client, after an answer that was lost, meets its own mark.
                return new Attempt<bool>(read is not null && read.Views.IsSameAs(views), true);
            },
            cancellationToken
        );
    }

    private async Task<bool> TryWriteAsync(TableEntity row, StoredProjectionState? read, CancellationToken cancellationToken)
    {
        try
        {
            _ = read is null
                ? await _table.AddEntityAsync(row, cancellationToken)
                : await _table.UpdateEntityAsync(row, new ETag(read.Tag), TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return false;
        }
    }

    internal static TableEntity Write(HouseholdId household, ProjectionState views) =>
        new(household.Value, Key) { ["Version"] = views.Version, ["Views"] = views.Text };

    internal static StoredProjectionState Read(TableEntity row) =>
        new(ProjectionState.Read(row.Required<int>("Version"), row.Required<string>("Views")), row.ETag.ToString());
}
