using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>A row whose content is one sealed document, bound to its keys: moved to another row it does not open.</summary>
internal static class SealedRow
{
    private const string Column = "Sealed";

    public static TableEntity Write(HouseholdId household, PutDocument document, FieldSealer sealer) =>
        new(household.Value, document.Key) { [Column] = sealer.Seal(document.Write(), Context(household.Value, document.Key)) };

    public static StoredDocument Read(TableEntity row, FieldSealer sealer) =>
        new(row.RowKey, () => sealer.OpenBytes(row.Required<byte[]>(Column), Context(row.PartitionKey, row.RowKey)));

    private static string Context(string partitionKey, string rowKey) => $"{partitionKey}/{rowKey}";
}
