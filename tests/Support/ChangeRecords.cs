using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Azure.Data.Tables;

namespace Alleviation.Tests.Support;

/// <summary>The records of calls that stand with the changes of households, held against the audit.</summary>
internal static class ChangeRecords
{
    /// <summary>Each of them is in the audit, whatever became of the call.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<int> AreInTheAuditAsync(
        TableServiceClient tables,
        HouseholdDocuments documents,
        IEnumerable<HouseholdId> households
    )
    {
        var audited = await tables
            .GetTableClient(AuditTable.Name)
            .QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"])
            .Select(row => new AuditKey(row.PartitionKey, row.RowKey))
            .ToHashSetAsync();
        var count = 0;
        foreach (var household in households)
        {
            var records = await documents.ListAsync(household, ChangeRecord.StoredAs.AllPastOf(0), int.MaxValue, CancellationToken.None);
            Assert.All(records, record => Assert.Contains(record.Key, audited));
            count += records.Count;
        }
        return count;
    }
}
