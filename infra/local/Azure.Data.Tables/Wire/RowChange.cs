using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>How a change of a row is asked for, alone or within a transaction.</summary>
internal readonly record struct RowChange(RequestMethod Method, string Path, string? IfMatch, ITableEntity? Row)
{
    public static RowChange Add(string table, ITableEntity row) => new(RequestMethod.Post, table, null, WithKeys(row));

    public static RowChange Update(string table, ITableEntity row, ETag ifMatch, TableUpdateMode mode)
    {
        WithKeys(row);
        if (ifMatch == default) { throw new ArgumentException("The ETag must be that of a row, or ETag.All.", nameof(ifMatch)); }
        return new RowChange(MethodOf(mode), PathOf(table, row), ifMatch.ToString("H"), row);
    }

    public static RowChange Upsert(string table, ITableEntity row, TableUpdateMode mode) =>
        new(MethodOf(mode), PathOf(table, WithKeys(row)), null, row);

    public static RowChange Delete(string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return new RowChange(RequestMethod.Delete, RowPath.Of(table, partitionKey, rowKey), (ifMatch == default ? ETag.All : ifMatch).ToString("H"), null);
    }

    public static RowChange Of(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => Add(table, action.Entity),
        TableTransactionActionType.UpdateMerge => Update(table, action.Entity, Guard(action), TableUpdateMode.Merge),
        TableTransactionActionType.UpdateReplace => Update(table, action.Entity, Guard(action), TableUpdateMode.Replace),
        TableTransactionActionType.Delete => Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        TableTransactionActionType.UpsertMerge => Upsert(table, action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => Upsert(table, action.Entity, TableUpdateMode.Replace),
        var type => throw new ArgumentException($"Unknown transaction action type {type}.", nameof(action)),
    };

    // In a transaction an update without an ETag is unconditional, as in the official client.
    private static ETag Guard(TableTransactionAction action) => action.ETag == default ? ETag.All : action.ETag;

    private static string PathOf(string table, ITableEntity row) => RowPath.Of(table, row.PartitionKey, row.RowKey);

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}", nameof(mode)),
    };

    private static ITableEntity WithKeys(ITableEntity row)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(row.PartitionKey);
        ArgumentNullException.ThrowIfNull(row.RowKey);
        return row;
    }
}
