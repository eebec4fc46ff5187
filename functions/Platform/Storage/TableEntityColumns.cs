using Azure.Data.Tables;

namespace Alleviation.Functions.Platform.Storage;

public static class TableEntityColumns
{
    /// <exception cref="FormatException">The column is missing or of another type: a fault in what is stored.</exception>
    public static T Required<T>(this TableEntity row, string column) =>
        row.TryGetValue(column, out var value) && value is T typed
            ? typed
            : throw new FormatException(
                $"Column '{column}' of a row '{row.RowKey[..Math.Min(row.RowKey.Length, 6)]}' is not a {typeof(T).Name}."
            );
}
