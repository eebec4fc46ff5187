using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// Imports and the results of their chunks: each import is a partition. Its lines stand in partitions of their own (LineTable).
/// </summary>
public sealed class ImportTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Imports";

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<Import?> FindAsync(ImportId id, CancellationToken cancellationToken) =>
        (await ReadAsync(id, cancellationToken))?.Import;

    /// <summary>
    /// Entered in the lists first: a crash in between leaves an entry that leads nowhere, never an import that no clean-up finds.
    /// </summary>
    public async Task AddAsync(Import import, CancellationToken cancellationToken)
    {
        foreach (var entry in ImportListRow.Of(import))
        {
            await _table.UpsertEntityAsync(entry, TableUpdateMode.Replace, cancellationToken);
        }
        await _table.UpsertEntityAsync(ImportRow.Write(import, sealer), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Reads, decides and writes, again where somebody was quicker; null where there is no such import.</summary>
    public async Task<Import?> ChangeAsync(ImportId id, Func<Import, Import> change, CancellationToken cancellationToken)
    {
        while (await ReadAsync(id, cancellationToken) is { } read)
        {
            var next = change(read.Import);
            if (next == read.Import)
            {
                return next;
            }
            try
            {
                await _table.UpdateEntityAsync(ImportRow.Write(next, sealer), read.ETag, TableUpdateMode.Replace, cancellationToken);
                return next;
            }
            catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
            {
                // Two can meet here (the upload and a cancellation), so one more round decides it.
            }
        }

        return null;
    }

    /// <summary>The first result stands: a second delivery of the chunk may have found its lines taken away already.</summary>
    public async Task AddResultAsync(ImportId id, ImportChunk chunk, ChunkResult result, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(ChunkResultRow.Write(id, chunk, result), cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        { /* Ours, or the other delivery's. */
        }
    }

    public async Task<bool> HasResultAsync(ImportId id, ImportChunk chunk, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, ChunkResultRow.KeyOf(chunk), ["RowKey"], cancellationToken)).HasValue;

    public async Task<IReadOnlyList<ChunkResult>> ListResultsAsync(ImportId id, CancellationToken cancellationToken)
    {
        var (from, to) = (ChunkResultRow.Beginning, ChunkResultRow.Beginning + "g");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {from} and RowKey lt {to}");
        return await _table
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(ChunkResultRow.Read)
            .ToListAsync(cancellationToken);
    }

    private async Task<(Import Import, ETag ETag)?> ReadAsync(ImportId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, ImportRow.Key, cancellationToken: cancellationToken);
        return row.HasValue ? (ImportRow.Read(row.Value!, sealer), row.Value!.ETag) : null;
    }
}
