using System.Globalization;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// Entries that lead to imports. PartitionKey = <c>by:</c> and the account, RowKey = what is left of time when it started, so that
/// the newest comes first; and PartitionKey = <c>started</c>, RowKey = when it started, for the clean-up. Both end with the import's id.
/// </summary>
internal static class ImportListRow
{
    public const string Started = "started";

    public static string ByAccount(string accountId) => $"by:{KeyOf(accountId)}";

    /// <summary>The account's id without characters that no key may have.</summary>
    public static string KeyOf(string accountId) => Uri.EscapeDataString(accountId).Replace('%', '_');

    public static string StartedKey(DateTimeOffset at, string id = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}:{id}");

    public static IReadOnlyList<TableEntity> Of(Import import) =>
        [
            new(
                ByAccount(import.StartedBy.AccountId),
                string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - import.StartedAt.UtcTicks:D19}:{import.Id}")
            ),
            new(Started, StartedKey(import.StartedAt, import.Id.Value)),
        ];

    public static ImportId IdOf(TableEntity row) =>
        ImportId.TryParse(row.RowKey.Split(':')[^1], out var id)
            ? id
            : throw new FormatException("An entry of the imports' list leads to no import id.");
}
