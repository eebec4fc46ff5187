using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// Adds rows that many callers bring at the same time: while a row of a partition is being added, those that come meanwhile wait and are
/// then added together, in one transaction. Who comes alone waits for nobody.
/// </summary>
public sealed class GroupCommit<T>(TableClient table)
    where T : class, ITableEntity
{
    /// <summary>A transaction holds 100 rows.</summary>
    private const int MostAtOnce = 100;

    private readonly Lock _lock = new();

    /// <summary>By partition that is being written: who waits for it.</summary>
    private readonly Dictionary<string, Queue<Waiting>> _partitions = new(StringComparer.Ordinal);

    /// <returns>False where the row was there.</returns>
    /// <exception cref="RequestFailedException">It could not be added, or nobody knows whether it was.</exception>
    public async Task<bool> AddAsync(T row, CancellationToken cancellationToken)
    {
        Waiting? waiting = null;
        lock (_lock)
        {
            if (_partitions.TryGetValue(row.PartitionKey, out var others))
            {
                others.Enqueue(waiting = new Waiting(row));
            }
            else
            {
                _partitions[row.PartitionKey] = new Queue<Waiting>();
            }
        }
        if (waiting is not null)
        {
            return await waiting.IsAdded.Task.WaitAsync(cancellationToken);
        }
        try
        {
            return await AddOneAsync(row, cancellationToken);
        }
        finally
        {
            Next(row.PartitionKey);
        }
    }

    private void Next(string partition)
    {
        var rows = new List<Waiting>();
        lock (_lock)
        {
            var others = _partitions[partition];
            while (rows.Count < MostAtOnce && others.TryDequeue(out var waiting))
            {
                rows.Add(waiting);
            }
            if (rows.Count == 0)
            {
                _partitions.Remove(partition);
                return;
            }
        }
        // It is the work of none of those who wait: nobody's trace or call goes with it.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => AddAllAsync(partition, rows));
        }
    }

    private async Task AddAllAsync(string partition, IReadOnlyList<Waiting> rows)
    {
        try
        {
            await (rows.Count == 1 || !await TryAddTogetherAsync(rows) ? Task.WhenAll(rows.Select(AddAloneAsync)) : Task.CompletedTask);
        }
        finally
        {
            Next(partition);
        }
    }

    /// <returns>False where one of them is refused: then none was added, and each has to be tried by itself.</returns>
    private async Task<bool> TryAddTogetherAsync(IReadOnlyList<Waiting> rows)
    {
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(waiting => new TableTransactionAction(TableTransactionActionType.Add, waiting.Row))
            );
            foreach (var waiting in rows)
            {
                waiting.IsAdded.SetResult(true);
            }
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is >= 400 and < 500)
        {
            return false;
        }
        catch (Exception fault)
        {
            foreach (var waiting in rows)
            {
                waiting.IsAdded.SetException(fault);
            }
            return true;
        }
    }

    private async Task AddAloneAsync(Waiting waiting)
    {
        try
        {
            waiting.IsAdded.SetResult(await AddOneAsync(waiting.Row, CancellationToken.None));
        }
        catch (Exception fault)
        {
            waiting.IsAdded.SetException(fault);
        }
    }

    private async Task<bool> AddOneAsync(T row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        {
            return false;
        }
    }

    private sealed record Waiting(T Row)
    {
        public TaskCompletionSource<bool> IsAdded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
