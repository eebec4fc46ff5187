namespace Azure.Data.Tables.Wire;

/// <summary>Where a query goes on: the two keys that the service named, as one string that callers may keep.</summary>
internal readonly record struct ContinuationToken(string PartitionKey, string? RowKey)
{
    public static string? After(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey)
            ? new ContinuationToken(partitionKey, response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey) ? rowKey : null).ToString()
            : null;

    public static ContinuationToken Parse(string token)
    {
        var space = token.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) { throw new ArgumentException("This is no continuation token of a query.", nameof(token)); }
        var rowKey = Kept(token[(space + 1)..]);
        return new ContinuationToken(Kept(token[..space]), rowKey.Length == 0 ? null : rowKey);
    }

    public override string ToString() => $"{Marked(PartitionKey)} {Marked(RowKey ?? "")}";

    // The service's tokens have neither blanks nor per cent signs; the emulator's might.
    private static string Marked(string key) => key.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    private static string Kept(string key) => Uri.UnescapeDataString(key);
}
