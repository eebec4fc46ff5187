using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// The lines to be mended: PartitionKey = import id, RowKey = <c>refused:</c> and the line's key. Written again, they are the same rows.
/// </summary>
public sealed class RefusedLineTable(TableServiceClient service, FieldSealer sealer)
{
    private const string Beginning = "refused:";

    private static readonly DocumentSchema<RefusedLine> Schema = new();

    private readonly TableClient _table = service.GetTableClient(ImportTable.Name);

    public RefusedLineWriter WriterFor(ImportId import) => new(this, import);

    /// <summary>In the order of the file.</summary>
    /// <param name="after">The key of the last line before.</param>
    public IAsyncEnumerable<RefusedLine> ReadAsync(ImportId import, string? after, int? pageSize, CancellationToken cancellationToken)
    {
        var (from, to) = (Beginning + after, Beginning + ":");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {import.Value} and RowKey gt {from} and RowKey lt {to}");
        return _table
            .QueryAsync<TableEntity>(filter, pageSize, cancellationToken: cancellationToken)
            .Select(row => Schema.Open(row.Required<byte[]>("Sealed"), Context(import, row.RowKey), sealer));
    }

    public Task DeleteAsync(ImportId import, CancellationToken cancellationToken)
    {
        var (from, to) = (Beginning, Beginning + ":");
        return Batch.DeleteAsync(
            _table,
            TableClient.CreateQueryFilter($"PartitionKey eq {import.Value} and RowKey ge {from} and RowKey lt {to}"),
            cancellationToken
        );
    }

    internal Batch NewBatch() => new(_table);

    internal (TableEntity Row, int Bytes) Write(ImportId import, RefusedLine line)
    {
        var key = Beginning + line.Line.Key;
        var sealedLine = Schema.Seal(line, Context(import, key), sealer);
        return (new TableEntity(import.Value, key) { ["Sealed"] = sealedLine }, sealedLine.Length);
    }

    private static string Context(ImportId import, string key) => $"{import}/{key}";
}
