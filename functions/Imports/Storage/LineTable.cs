using System.Runtime.CompilerServices;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>The lines of imports (LineRow), by household.</summary>
public sealed class LineTable(TableServiceClient service, FieldSealer sealer)
{
    /// <summary>More than any household's lines, and few enough to be held for every household that is worked on.</summary>
    private const int MaxLines = 100;

    private readonly TableClient _table = service.GetTableClient(ImportTable.Name);

    public LineWriter WriterFor(ImportId import) => new(_table, sealer, import);

    /// <summary>The chunk's households, one after the other, each with its lines in the order of the file.</summary>
    public async IAsyncEnumerable<LineGroup> ReadAsync(
        Import import,
        ImportChunk chunk,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (fingerprint, lines, isFirst) = ("", new List<ImportLine>(), true);
        await foreach (var row in _table.QueryAsync<TableEntity>(FilterOf(import, chunk), cancellationToken: cancellationToken))
        {
            var isSame = LineRow.FingerprintOf(row) == fingerprint;
            if (lines.Count > 0 && (!isSame || lines.Count == MaxLines))
            {
                yield return new LineGroup(lines, isFirst, IsWhole: isFirst && !isSame);
                (lines, isFirst) = ([], !isSame);
            }

            fingerprint = LineRow.FingerprintOf(row);
            lines.Add(LineRow.Read(row, sealer));
        }

        if (lines.Count > 0)
        {
            yield return new LineGroup(lines, isFirst, IsWhole: isFirst);
        }
    }

    public Task DeleteAsync(Import import, ImportChunk chunk, CancellationToken cancellationToken) =>
        Batch.DeleteAsync(_table, FilterOf(import, chunk), cancellationToken);

    private static string FilterOf(Import import, ImportChunk chunk)
    {
        // 'g' comes behind every hexadecimal character.
        var width = LineSpread.WidthFor(import.Lines);
        var partition = LineRow.PartitionOf(import.Id, chunk.Prefix[..Math.Min(width, chunk.Prefix.Length)]);
        var (toPartition, from, to) = (partition + "g", chunk.Prefix, chunk.Prefix + "g");
        return TableClient.CreateQueryFilter(
            $"PartitionKey ge {partition} and PartitionKey lt {toPartition} and RowKey ge {from} and RowKey lt {to}"
        );
    }
}
