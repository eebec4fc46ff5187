using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// A line that waits for its household's others: PartitionKey = import id and the beginning of the household's fingerprint (LineSpread),
/// RowKey = the fingerprint and the line number. So table storage does the sorting, and nobody holds the list in memory.
/// </summary>
internal static class LineRow
{
    private static readonly DocumentSchema<ImportLine> Schema = new();

    public static string PartitionOf(ImportId import, string beginning) => $"{import}-{beginning}";

    public static (TableEntity Row, int Bytes) Write(ImportId import, string fingerprint, int width, ImportLine line, FieldSealer sealer)
    {
        var row = new TableEntity(PartitionOf(import, fingerprint[..width]), $"{fingerprint}:{line.Key}");
        var sealedLine = Schema.Seal(line, Context(row), sealer);
        row["Sealed"] = sealedLine;
        return (row, sealedLine.Length);
    }

    public static ImportLine Read(TableEntity row, FieldSealer sealer) => Schema.Open(row.Required<byte[]>("Sealed"), Context(row), sealer);

    public static string FingerprintOf(TableEntity row) => row.RowKey.Split(':')[0];

    private static string Context(TableEntity row) => $"{row.PartitionKey}/{row.RowKey}";
}
