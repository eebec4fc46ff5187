using System.Globalization;
using System.Security.Cryptography;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Load.Storage;
using Azure.Data.Tables;

namespace Alleviation.Load.Store;

/// <summary>
/// Puts copies of stored households into an empty store, with keys of their own and documents that open: all over the city, by whole
/// transactions, so that a store of many thousands takes seconds.
/// </summary>
internal sealed class StoreFiller(IReadOnlyList<StoredSample> samples, FieldSealer sealer)
{
    private const int ChunkSize = 2000;
    private const int TransactionSize = 100;
    private const int Parallelism = 6;

    public async Task FillAsync(EmulatorAccount account, int count, Action<int> report, CancellationToken cancellationToken)
    {
        var tables = new TableServiceClient(account.ConnectionString);
        await ServiceTables.CreateAsync(account, cancellationToken);
        var villages = Villages();
        var numbered = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var done = 0; done < count; done += ChunkSize)
        {
            // A prime stride: neighbours are filled alike, however many there are.
            var rows = Enumerable
                .Range(done, Math.Min(ChunkSize, count - done))
                .SelectMany(number => Copy(samples[number % samples.Count], villages[(int)(number * 7919L % villages.Count)], numbered));
            var transactions = rows.GroupBy(row => (row.Table, row.Entity.PartitionKey))
                .SelectMany(partition => partition.Chunk(TransactionSize))
                .ToList();
            await SubmitAsync(tables, transactions, cancellationToken);
            report(Math.Min(done + ChunkSize, count));
        }

        var sequences = numbered.Select(village =>
            (Table: "RecordNumbers", Entity: new TableEntity(village.Key, "next") { ["Next"] = village.Value + 1 })
        );
        await SubmitAsync(tables, [.. sequences.Select(row => new[] { row })], cancellationToken);
    }

    private static Task SubmitAsync(
        TableServiceClient tables,
        List<(string Table, TableEntity Entity)[]> transactions,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            transactions,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (rows, token) =>
                await tables
                    .GetTableClient(rows[0].Table)
                    .SubmitTransactionAsync(
                        rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row.Entity)),
                        token
                    )
        );

    private IEnumerable<(string Table, TableEntity Entity)> Copy(StoredSample sample, string village, Dictionary<string, int> numbered)
    {
        var id = RandomNumberGenerator.GetHexString(sample.Household.Id.Length - 1, lowercase: true).Insert(2, "-");
        var physician = $"P{village[..9]}-01";
        foreach (var (table, row, document) in sample.Rows)
        {
            var copy = new TableEntity(row)
            {
                PartitionKey = table is "Villages" ? village[..9] : Moved(row.PartitionKey),
                RowKey = Moved(row.RowKey),
            };
            copy.Remove("Timestamp");
            copy.Remove("odata.etag");
            if (row.GetString("PhysicianId") is not null)
            {
                copy["PhysicianId"] = physician;
            }
            if (row.GetString("HouseholdId") is not null)
            {
                copy["HouseholdId"] = id;
            }
            if (row.GetString("Subject") is not null)
            {
                copy["Subject"] = id;
            }
            if (row.GetString("VillageCode") is not null)
            {
                copy["VillageCode"] = village;
            }
            if (document is not null)
            {
                copy[StoredRow.Sealed] = sealer.Seal(
                    Moved(document),
                    $"{(table == "Households" ? "" : table + "/")}{copy.PartitionKey}/{copy.RowKey}"
                );
            }
            if (table is "Identities")
            {
                copy.RowKey = RandomNumberGenerator.GetHexString(row.RowKey.Length, lowercase: true);
                copy.PartitionKey = copy.RowKey[..2];
            }
            if (table is "RecordNumbers")
            {
                copy.RowKey = (numbered[village] = numbered.GetValueOrDefault(village) + 1).ToString("D5", CultureInfo.InvariantCulture);
            }
            if (table is "Audit")
            {
                copy.RowKey = row.RowKey[..^8] + RandomNumberGenerator.GetHexString(8, lowercase: true);
                copy.PartitionKey = row.PartitionKey[..^1] + RandomNumberGenerator.GetHexString(1, lowercase: true);
            }
            yield return (table, copy);
        }

        string Moved(string text) =>
            text.Replace(sample.Household.Id, id, StringComparison.Ordinal)
                .Replace(sample.Household.VillageCode, village, StringComparison.Ordinal)
                .Replace(sample.Household.PhysicianId, physician, StringComparison.Ordinal);
    }

    private static List<string> Villages() =>
        [
            .. File.ReadLines(Path.Combine(Paths.Root, "seeds", "regions", "meizhou-regions.csv"))
                .Select(line => line.Split(',')[0])
                .Where(code => code.Length == 12 && code.All(char.IsAsciiDigit)),
        ];
}
