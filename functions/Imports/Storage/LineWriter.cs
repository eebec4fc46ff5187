using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// Writes the lines of one upload. They wait in memory, some thousands of them, until a partition has a hundred for one transaction,
/// or until all together are too many and the fullest has to go; a few transactions are on their way at any time.
/// </summary>
public sealed class LineWriter(TableClient table, FieldSealer sealer, ImportId import)
{
    private const int MaxWaiting = 8_000;
    private const int WritesAtOnce = 4;

    private readonly Dictionary<string, Batch> _batches = new(StringComparer.Ordinal);
    private readonly List<Task> _writing = [];
    private List<(string Fingerprint, ImportLine Line)> _first = [];
    private int _waiting;
    private int _lines;

    public async Task AddAsync(string fingerprint, ImportLine line, CancellationToken cancellationToken)
    {
        if (++_lines <= LineSpread.FewLines)
        {
            _first.Add((fingerprint, line));
            return;
        }

        await SpreadFirstAsync(cancellationToken);
        await SpreadAsync(fingerprint, line, cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await SpreadFirstAsync(cancellationToken);
        foreach (var batch in _batches.Values.Where(batch => batch.Count > 0))
        {
            await StartAsync(batch, cancellationToken);
        }
        await Task.WhenAll(_writing);
    }

    // Only now it is known over how many partitions.
    private async Task SpreadFirstAsync(CancellationToken cancellationToken)
    {
        var first = _first;
        _first = [];
        foreach (var (fingerprint, line) in first)
        {
            await SpreadAsync(fingerprint, line, cancellationToken);
        }
    }

    private async Task SpreadAsync(string fingerprint, ImportLine line, CancellationToken cancellationToken)
    {
        var (row, bytes) = LineRow.Write(import, fingerprint, LineSpread.WidthFor(_lines), line, sealer);
        if (!_batches.TryGetValue(row.PartitionKey, out var batch))
        {
            _batches[row.PartitionKey] = batch = new Batch(table);
        }
        _waiting++;
        if (batch.Add(row, bytes))
        {
            await StartAsync(batch, cancellationToken);
        }
        else if (_waiting == MaxWaiting)
        {
            await StartAsync(_batches.Values.MaxBy(each => each.Count)!, cancellationToken);
        }
    }

    private async Task StartAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (_writing.Count == WritesAtOnce)
        {
            var written = await Task.WhenAny(_writing);
            _writing.Remove(written);
            await written;
        }

        _waiting -= batch.Count;
        _writing.Add(batch.WriteAsync(cancellationToken));
    }
}
