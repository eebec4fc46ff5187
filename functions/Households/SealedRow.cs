using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>A row whose content is one sealed document, bound to its keys: moved to another row it does not open.</summary>
internal static class SealedRow
{
    private const string Column = "Sealed";

    public static TableEntity Write<T>(HouseholdId household, string rowKey, T document, FieldSealer sealer) => new(household.Value, rowKey)
    {
        [Column] = sealer.SealDocument(document, $"{household}/{rowKey}"),
    };

    public static T Read<T>(TableEntity row, FieldSealer sealer) =>
        sealer.OpenDocument<T>(row.Required<byte[]>(Column), $"{row.PartitionKey}/{row.RowKey}");

    /// <summary>The document of a row whose kind does not matter.</summary>
    public static JsonObject ReadJson(TableEntity row, FieldSealer sealer) => Read<JsonObject>(row, sealer);
}
