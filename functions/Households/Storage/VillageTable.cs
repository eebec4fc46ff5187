using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// Table <c>Villages</c>, a view: PartitionKey = village code, RowKey = household id. Lists and search read it, and coverage is summed
/// from it. It can be rebuilt from the households at any time; an older version never overwrites a newer one.
/// </summary>
public sealed class VillageTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Villages";

    private readonly TableClient _table = service.GetTableClient(Name);

    /// <param name="known">What is shown, as it was when it was shown; saves reading it.</param>
    /// <returns>What is shown now; null when that is a newer version.</returns>
    public async Task<ProjectedVillage?> ShowAsync(Household household, ProjectedVillage? known, CancellationToken cancellationToken)
    {
        var row = VillageRow.Write(household, sealer);
        try
        {
            var answer = known?.Tag.AsETag() is { } tag
                ? await _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
                : await _table.AddEntityAsync(row, cancellationToken);
            return Shown(row, answer);
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return await ReplaceOlderAsync(row, household.Version, cancellationToken);
        }
    }

    /// <summary>Lets a village's list forget a household that moved away.</summary>
    public Task ClearAsync(string villageCode, HouseholdId household, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(villageCode, household.Value, cancellationToken: cancellationToken);

    /// <summary>The rows of a region of any level, in the order of villages.</summary>
    /// <param name="status">Only households in it.</param>
    /// <param name="onlyUnreadPhones">Only households with a telephone number that could not be read.</param>
    public async Task<(IReadOnlyList<VillageHousehold> Rows, string? Continuation)> PageAsync(
        string regionCode,
        HouseholdStatus? status,
        bool onlyUnreadPhones,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    )
    {
        var filter = InRegion(regionCode);
        if (status is not null)
        {
            filter = $"({filter}) and {TableClient.CreateQueryFilter($"Status eq {status.ToString()}")}";
        }
        if (onlyUnreadPhones)
        {
            filter = $"({filter}) and {TableClient.CreateQueryFilter($"HasUnreadPhone eq {true}")}";
        }
        var (rows, next) = await _table
            .QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken)
            .PageAsync(continuation, size);
        return ([.. rows.Select(row => VillageRow.Read(row, sealer))], next);
    }

    public async IAsyncEnumerable<VillageHousehold> ListByRegionAsync(
        string regionCode,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(InRegion(regionCode), cancellationToken: cancellationToken))
        {
            yield return VillageRow.Read(row, sealer);
        }
    }

    // A region's villages are the codes that begin with its own; a colon follows the digits.
    private static string InRegion(string regionCode) =>
        regionCode.Length == 12
            ? TableClient.CreateQueryFilter($"PartitionKey eq {regionCode}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {regionCode} and PartitionKey lt {regionCode + ":"}");

    private Task<ProjectedVillage?> ReplaceOlderAsync(TableEntity row, int version, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                var shown = await _table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["Version"], token);
                var shownVersion = shown.HasValue ? shown.Value!.Required<int>("Version") : 0;
                if (shownVersion >= version)
                {
                    return Attempt.Done(
                        shownVersion == version ? new ProjectedVillage(row.PartitionKey, shown.Value!.ETag.ToString()) : null
                    );
                }
                try
                {
                    return Attempt.Done<ProjectedVillage?>(
                        Shown(
                            row,
                            shown.HasValue
                                ? await _table.UpdateEntityAsync(row, shown.Value!.ETag, TableUpdateMode.Replace, token)
                                : await _table.AddEntityAsync(row, token)
                        )
                    );
                }
                catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsAlreadyThere() || failure.IsGone())
                {
                    // Another projection of the same household was quicker.
                    return Attempt.Overtaken<ProjectedVillage?>();
                }
            },
            cancellationToken
        );

    private static ProjectedVillage Shown(TableEntity row, Response answer) => new(row.PartitionKey, answer.Headers.ETag?.ToString() ?? "");
}
