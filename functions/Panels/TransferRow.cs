using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Panels;

/// <summary>
/// RowKey <c>transfer:00:{id}</c> = the newest transfer of the household, open or not; <c>history:transfer:00:{newest first}:{id}</c> = those
/// before it.
/// </summary>
internal static class TransferRow
{
    private const string Prefix = "transfer:00:";
    public const string HistoryPrefix = $"history:{Prefix}";

    public static Transfer? Newest(HouseholdPartition partition, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal)) is { } row ? Read(row, sealer) : null;

    public static Transfer Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<Transfer>(row, sealer);

    public static TableEntity Write(HouseholdId household, Transfer transfer, FieldSealer sealer) =>
        SealedRow.Write(household, KeyOf(transfer), transfer, sealer);

    public static TableEntity WriteHistory(HouseholdId household, Transfer transfer, FieldSealer sealer) =>
        SealedRow.Write(household, $"{HistoryPrefix}{NewestFirst.Key(transfer.ProposedAt)}:{transfer.Id}", transfer, sealer);

    public static string KeyOf(Transfer transfer) => Prefix + transfer.Id;
}
