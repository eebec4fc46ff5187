using Azure.Data.Tables;

namespace Alleviation.Functions.Coverage;

/// <summary>
/// Table <c>Registry</c>: PartitionKey = village code, RowKey = household id: the households that the registry (建档立卡名册) names,
/// enrolled or not. The denominator of enrolment.
/// </summary>
public sealed class RegistryTable(TableServiceClient service)
{
    public const string Name = "Registry";
    private const int TransactionSize = 100;

    private readonly TableClient _table = service.GetTableClient(Name);

    /// <summary>Adds a village's households; those that are there stay.</summary>
    public async Task AddAsync(string villageCode, IReadOnlyCollection<string> households, CancellationToken cancellationToken)
    {
        foreach (var some in households.Distinct(StringComparer.Ordinal).Chunk(TransactionSize))
        {
            await _table.SubmitTransactionAsync(
                some.Select(household => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(villageCode, household))),
                cancellationToken);
        }
    }

    /// <summary>The households of a township by village.</summary>
    public async Task<ILookup<string, string>> ListByTownshipAsync(string townshipCode, CancellationToken cancellationToken)
    {
        var rows = new List<(string Village, string Household)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {townshipCode} and PartitionKey lt {townshipCode + ":"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            rows.Add((row.PartitionKey, row.RowKey));
        }

        return rows.ToLookup(row => row.Village, row => row.Household, StringComparer.Ordinal);
    }
}
