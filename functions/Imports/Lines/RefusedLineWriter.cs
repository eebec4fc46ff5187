using Alleviation.Functions.Imports.Storage;

namespace Alleviation.Functions.Imports.Lines;

/// <summary>Writes refused lines of one import, a hundred at a time, from several threads.</summary>
public sealed class RefusedLineWriter(RefusedLineTable lines, ImportId import) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Batch _batch = lines.NewBatch();

    public int Count { get; private set; }

    public async Task AddAsync(IEnumerable<RefusedLine> refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var line in refused)
            {
                Count++;
                var (row, bytes) = lines.Write(import, line);
                if (_batch.Add(row, bytes))
                {
                    await _batch.WriteAsync(cancellationToken);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task FinishAsync(CancellationToken cancellationToken) =>
        _batch.Count is 0 ? Task.CompletedTask : _batch.WriteAsync(cancellationToken);

    public void Dispose() => _turn.Dispose();
}
