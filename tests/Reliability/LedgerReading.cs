using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Functions.Records;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Reliability;

/// <summary>Reads all that is stored.</summary>
internal static class LedgerReading
{
    public static async Task<Ledger> ReadAsync(Bystander bystander)
    {
        var sealer = bystander.Get<FieldSealer>();
        var households = (await RowsAsync(bystander, HouseholdTable.Name))
            .GroupBy(row => row.PartitionKey)
            .ToDictionary(rows => rows.Key, rows => HouseholdTable.PartitionOf(rows, sealer)!);
        var versions = (await RowsAsync(bystander, HouseholdTable.Name))
            .Where(row => row.RowKey.StartsWith($"0:{CarePlan.VersionStoredAs.Name}:", StringComparison.Ordinal))
            .ToLookup(row => row.PartitionKey, row => row.RowKey);
        var numbers = (await RowsAsync(bystander, RecordNumberTable.Name)).ToDictionary(row => row.PartitionKey + row.RowKey);
        var (panels, worklists) = (new List<(string Physician, ListedHousehold Item)>(), new List<(string Physician, WorklistItem Item)>());
        var table = bystander.Get<WorklistTable>();
        foreach (var physician in (await RowsAsync(bystander, WorklistTable.Name)).Select(row => row.PartitionKey).Distinct())
        {
            panels.AddRange((await table.ListHouseholdsAsync(physician, CancellationToken.None)).Select(item => (physician, item)));
            worklists.AddRange((await table.AllAsync(WorklistReading.OwnerOf(physician))).Select(item => (physician, item)));
        }

        var (poisonMessages, _) = await bystander.Get<PoisonMessageTable>().PageAsync(null, null, 100, CancellationToken.None);
        return new Ledger(
            households,
            numbers,
            (await IdentitiesAsync(bystander)).ToLookup(identity => identity.Household?.Value ?? ""),
            await bystander.Get<VillageTable>().ListByRegionAsync(Field.City, CancellationToken.None).ToListAsync(),
            panels.ToLookup(line => line.Item.Household.Value),
            worklists.ToLookup(line => line.Item.Household.Value),
            poisonMessages,
            versions
        );
    }

    private static async Task<List<Identity>> IdentitiesAsync(Bystander bystander) =>
        [
            .. (await RowsAsync(bystander, IdentityTable.Name)).Select(row => new Identity(
                HouseholdId.TryParse(row.GetString("HouseholdId"), out var household) ? household : null,
                row.GetInt32("Member")!.Value,
                row.GetString("RecordNumber"),
                0
            )),
        ];

    private static Task<List<TableEntity>> RowsAsync(Bystander bystander, string table) =>
        bystander.Get<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>().ToListAsync().AsTask();
}
