using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>
/// Cases of a member: things that are open for a time, such as a referral, and then history. <c>{kind}:01:{id}</c> while open, read with
/// the household; <c>history:{kind}:01:{id}</c> after, left out of it. A kind's name sorts after <c>household</c>, or it would be left out, too.
/// </summary>
public sealed class CaseTable(TableServiceClient service, FieldSealer sealer)
{
    /// <summary>More than anybody will have in a life; older ones are not listed.</summary>
    private const int MostListed = 500;

    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    /// <summary>Open or over; null where there is none.</summary>
    public async Task<T?> FindAsync<T>(HouseholdId household, string kind, int member, string id, CancellationToken cancellationToken)
        where T : class =>
        await FindAtAsync<T>(household, CaseRow.Key(kind, member, id), cancellationToken) ?? await FindPastAsync<T>(household, kind, member, id, cancellationToken);

    public Task<T?> FindPastAsync<T>(HouseholdId household, string kind, int member, string id, CancellationToken cancellationToken)
        where T : class => FindAtAsync<T>(household, CaseRow.PastKey(kind, member, id), cancellationToken);

    /// <summary>Open ones and those that are over, in no order.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(HouseholdId household, string kind, int member, CancellationToken cancellationToken) =>
    [
        .. await BelowAsync<T>(household, CaseRow.Key(kind, member, ""), cancellationToken),
        .. await BelowAsync<T>(household, CaseRow.PastKey(kind, member, ""), cancellationToken),
    ];

    private async Task<T?> FindAtAsync<T>(HouseholdId household, string key, CancellationToken cancellationToken)
        where T : class
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, key, cancellationToken: cancellationToken);
        return row.HasValue ? SealedRow.Read<T>(row.Value!, sealer) : null;
    }

    private async Task<List<T>> BelowAsync<T>(HouseholdId household, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        // Ids are hexadecimal, and g comes after.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {prefix} and RowKey lt {prefix + "g"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(SealedRow.Read<T>(row, sealer));
            if (found.Count == MostListed) { break; }
        }

        return found;
    }
}
