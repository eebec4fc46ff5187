using System.Globalization;
using Azure.Data.Tables;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// Bytes that may be more than one column holds: <c>Sealed</c>, then <c>Sealed2</c>, <c>Sealed3</c> … A row holds 1 MiB.
/// </summary>
public static class BytesInColumns
{
    /// <summary>The most that storage takes into one binary column: 64 KiB.</summary>
    public const int MaxOfColumn = 65_536;

    public static TableEntity WithBytes(this TableEntity row, string column, byte[] bytes)
    {
        row[column] = bytes.Length <= MaxOfColumn ? bytes : bytes[..MaxOfColumn];
        for (var (from, number) = (MaxOfColumn, 2); from < bytes.Length; from += MaxOfColumn, number++)
        {
            row[NameOf(column, number)] = bytes[from..Math.Min(from + MaxOfColumn, bytes.Length)];
        }

        return row;
    }

    /// <exception cref="FormatException">They are not there.</exception>
    public static byte[] BytesOf(this TableEntity row, string column)
    {
        var first = row.Required<byte[]>(column);
        if (!row.ContainsKey(NameOf(column, 2)))
        {
            return first;
        }
        using var all = new MemoryStream();
        all.Write(first);
        for (var number = 2; row.ContainsKey(NameOf(column, number)); number++)
        {
            all.Write(row.Required<byte[]>(NameOf(column, number)));
        }

        return all.ToArray();
    }

    private static string NameOf(string column, int number) => string.Create(CultureInfo.InvariantCulture, $"{column}{number}");
}
