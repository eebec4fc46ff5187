using Alleviation.Functions.Platform.Sealing;
using Alleviation.Load.Recording;
using Alleviation.Load.Storage;
using Azure.Data.Tables;

namespace Alleviation.Load.Store;

/// <summary>All rows that one household has brought into the store, their seals opened.</summary>
internal sealed record StoredSample(RecordedHousehold Household, IReadOnlyList<StoredRow> Rows)
{
    public static async Task<IReadOnlyList<StoredSample>> ReadAsync(
        EmulatorAccount account,
        IReadOnlyList<RecordedHousehold> households,
        FieldSealer sealer,
        CancellationToken cancellationToken
    )
    {
        var tables = new TableServiceClient(account.ConnectionString);
        var samples = new List<StoredSample>();
        foreach (var household in households)
        {
            var rows = new List<StoredRow>();
            await AddAsync("Households", $"PartitionKey eq {household.Id}", row => $"{row.PartitionKey}/{row.RowKey}");
            await AddAsync("Villages", $"PartitionKey eq {household.VillageCode[..9]}", row => $"Villages/{row.PartitionKey}/{row.RowKey}");
            await AddAsync("Worklists", $"PartitionKey eq {household.PhysicianId}", row => $"Worklists/{row.PartitionKey}/{row.RowKey}");
            await AddAsync("Identities", $"HouseholdId eq {household.Id}");
            await AddAsync("RecordNumbers", $"PartitionKey eq {household.VillageCode} and HouseholdId eq {household.Id}");
            await AddAsync("Audit", $"Subject eq {household.Id}");
            samples.Add(new StoredSample(household, rows));

            async Task AddAsync(string table, FormattableString filter, Func<TableEntity, string>? contextOf = null)
            {
                await foreach (
                    var row in tables
                        .GetTableClient(table)
                        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), cancellationToken: cancellationToken)
                )
                {
                    // Those of other households stand in the same partition of a view.
                    if (table is "Villages" or "Worklists" && !row.RowKey.Contains(household.Id, StringComparison.Ordinal))
                    {
                        continue;
                    }
                    rows.Add(new StoredRow(table, row, contextOf is null ? null : StoredRow.Opened(row, contextOf(row), sealer)));
                }
            }
        }

        return samples;
    }
}

/// <param name="Document">What its sealed column holds, where it has one.</param>
internal sealed record StoredRow(string Table, TableEntity Row, string? Document)
{
    public const string Sealed = "Sealed";

    public static string? Opened(TableEntity row, string context, FieldSealer sealer) =>
        row.GetBinary(Sealed) is { } bytes ? sealer.Open(bytes, context) : null;
}
