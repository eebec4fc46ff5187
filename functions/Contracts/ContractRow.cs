using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Contracts;

/// <summary>RowKey = <c>signed:00:2026</c>, one per year. (<c>contract:</c> would sort before the header and not be read with it.)</summary>
internal static class ContractRow
{
    private const string Prefix = "signed:00:";

    public static Contract? Find(HouseholdPartition partition, int year, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == KeyOf(year)) is { } row ? Read(row, sealer) : null;

    public static IReadOnlyList<Contract> All(HouseholdPartition partition, FieldSealer sealer) =>
        [.. partition.Rows.Where(row => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal)).Select(row => Read(row, sealer))];

    public static TableEntity Write(HouseholdId household, Contract contract, FieldSealer sealer) =>
        SealedRow.Write(household, KeyOf(contract.Year), contract, sealer);

    private static Contract Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<Contract>(row, sealer);

    private static string KeyOf(int year) => Prefix + year.ToString("D4", CultureInfo.InvariantCulture);
}
