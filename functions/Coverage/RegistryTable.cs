using System.Collections.Concurrent;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Coverage;

/// <summary>
/// Table <c>Registry</c>: PartitionKey = village code, RowKey = household id: the households that the registry (建档立卡名册) names,
/// enrolled or not. The denominator of enrolment. A household counts in one village: table <c>RegistryPlaces</c> (PartitionKey = household
/// id, RowKey = <c>place</c>) says in which, so that a corrected village moves it.
/// </summary>
public sealed class RegistryTable(TableServiceClient service)
{
    public const string Name = "Registry";
    public const string Places = "RegistryPlaces";

    private const string PlaceKey = "place";
    private const string Village = "Village";
    private const int TransactionSize = 100;
    private const int AtOnce = 16;

    private readonly TableClient _table = service.GetTableClient(Name);
    private readonly TableClient _places = service.GetTableClient(Places);

    /// <summary>Adds a village's households; those that are there stay, and those that counted in another village leave it.</summary>
    /// <returns>The villages that some of them left.</returns>
    public async Task<IReadOnlyCollection<string>> AddAsync(
        string villageCode,
        IReadOnlyCollection<string> households,
        CancellationToken cancellationToken
    )
    {
        foreach (var some in households.Distinct(StringComparer.Ordinal).Chunk(TransactionSize))
        {
            await _table.SubmitTransactionAsync(
                some.Select(household => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(villageCode, household)
                )),
                cancellationToken
            );
        }

        var left = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            households.Distinct(StringComparer.Ordinal),
            options,
            async (household, token) =>
            {
                if (await PlaceAsync(household, villageCode, token) is { } former)
                {
                    left.TryAdd(former, true);
                }
            }
        );
        return [.. left.Keys];
    }

    /// <summary>
    /// A household of the registry whose village was corrected counts in the other one; one that the registry does not name is left alone.
    /// </summary>
    public async Task MoveAsync(HouseholdId household, string from, string to, CancellationToken cancellationToken)
    {
        if (!(await _table.GetEntityIfExistsAsync<TableEntity>(from, household.Value, ["RowKey"], cancellationToken)).HasValue)
        {
            return;
        }
        await _table.UpsertEntityAsync(new TableEntity(to, household.Value), TableUpdateMode.Replace, cancellationToken);
        await PlaceAsync(household.Value, to, cancellationToken);
        await _table.DeleteEntityAsync(from, household.Value, ETag.All, cancellationToken);
    }

    /// <summary>The registry does not name it: its number was a mistake.</summary>
    /// <param name="mayLeave">Whether the one who asks answers for the village in which it counts.</param>
    /// <returns>The village that it left; null where it counted in none, or stays.</returns>
    public async Task<string?> RemoveAsync(HouseholdId household, Func<string, bool> mayLeave, CancellationToken cancellationToken)
    {
        var place = await _places.GetEntityIfExistsAsync<TableEntity>(household.Value, PlaceKey, cancellationToken: cancellationToken);
        if (!place.HasValue)
        {
            return null;
        }
        var village = place.Value!.Required<string>(Village);
        if (!mayLeave(village))
        {
            return null;
        }
        await _table.DeleteEntityAsync(village, household.Value, ETag.All, cancellationToken);
        await _places.DeleteEntityAsync(household.Value, PlaceKey, ETag.All, cancellationToken);
        return village;
    }

    /// <summary>The households of a township by village.</summary>
    public async Task<ILookup<string, string>> ListByTownshipAsync(string townshipCode, CancellationToken cancellationToken)
    {
        var rows = new List<(string Village, string Household)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {townshipCode} and PartitionKey lt {townshipCode + ":"}");
        await foreach (
            var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
        )
        {
            rows.Add((row.PartitionKey, row.RowKey));
        }

        return rows.ToLookup(row => row.Village, row => row.Household, StringComparer.Ordinal);
    }

    /// <summary>
    /// The household's row in the village is there already; its former one goes before the place is changed, so that a crash is made good
    /// by doing it again.
    /// </summary>
    /// <returns>The village that it left.</returns>
    private async Task<string?> PlaceAsync(string household, string villageCode, CancellationToken cancellationToken)
    {
        var place = new TableEntity(household, PlaceKey) { [Village] = villageCode };
        try
        {
            await _places.AddEntityAsync(place, cancellationToken);
            return null;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        {
            var former = (
                await _places.GetEntityIfExistsAsync<TableEntity>(household, PlaceKey, cancellationToken: cancellationToken)
            ).Value?.GetString(Village);
            if (former == villageCode)
            {
                return null;
            }
            if (former is not null)
            {
                await _table.DeleteEntityAsync(former, household, ETag.All, cancellationToken);
            }
            await _places.UpsertEntityAsync(place, TableUpdateMode.Replace, cancellationToken);
            return former;
        }
    }
}
