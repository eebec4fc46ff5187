using System.Globalization;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// Files that wait to be confirmed, sealed, in parts: PartitionKey = <c>file:</c> and the import id, RowKey = the part's number.
/// </summary>
public sealed class FileTable(TableServiceClient service, FieldSealer sealer)
{
    /// <summary>A column holds 64 KB, a row 1 MB.</summary>
    private const int BytesOfColumn = 60_000;

    private const int ColumnsOfPart = 12;

    private readonly TableClient _table = service.GetTableClient(ImportTable.Name);

    public async Task AddAsync(ImportId import, Stream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[BytesOfColumn];
        for (var part = 0; ; part++)
        {
            var row = new TableEntity(PartitionOf(import), KeyOf(part));
            for (var column = 0; column < ColumnsOfPart; column++)
            {
                var length = await file.ReadAtLeastAsync(bytes, BytesOfColumn, throwOnEndOfStream: false, cancellationToken);
                if (length > 0)
                {
                    row[NameOf(column)] = sealer.Seal(bytes.AsSpan(0, length), ContextOf(row, column));
                }
            }

            if (!row.ContainsKey(NameOf(0)))
            {
                return;
            }
            await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>The file from its beginning.</summary>
    public Stream Open(ImportId import) => new SequenceStream(ReadAsync(import));

    public Task DeleteAsync(ImportId import, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(import);
        return Batch.DeleteAsync(_table, TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken);
    }

    private async IAsyncEnumerable<byte[]> ReadAsync(ImportId import)
    {
        for (var part = 0; ; part++)
        {
            var row = await _table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(import), KeyOf(part));
            if (!row.HasValue)
            {
                yield break;
            }
            for (var column = 0; row.Value!.ContainsKey(NameOf(column)); column++)
            {
                yield return sealer.OpenBytes(row.Value.Required<byte[]>(NameOf(column)), ContextOf(row.Value, column));
            }
        }
    }

    private static string PartitionOf(ImportId import) => $"file:{import}";

    private static string KeyOf(int part) => part.ToString("D6", CultureInfo.InvariantCulture);

    private static string NameOf(int column) => string.Create(CultureInfo.InvariantCulture, $"Sealed{column:D2}");

    private static string ContextOf(TableEntity row, int column) => $"{row.PartitionKey}/{row.RowKey}/{NameOf(column)}";
}
