namespace Azure.Data.Tables.Wire;

/// <summary>Where a row is, below the account's address.</summary>
internal static class RowPath
{
    public static string Of(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
