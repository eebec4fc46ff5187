using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// Adds rows that many callers bring at the same time: while rows of a partition are being added, those that come meanwhile wait and are
/// then added together, in one transaction. Who comes alone waits for nobody. A row that nobody waits for stays a moment for others.
/// </summary>
public sealed class GroupCommit<T>(TableClient table)
    where T : class, ITableEntity
{
    /// <summary>A transaction holds 100 rows.</summary>
    private const int MostAtOnce = 100;

    /// <summary>For so long a row that nobody waits for stays for others to come.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();

    /// <summary>The partitions that have rows waiting or being added, by their keys.</summary>
    private readonly Dictionary<string, WaitingRows<T>> _partitions = new(StringComparer.Ordinal);

    /// <returns>False where the row was there.</returns>
    /// <exception cref="RequestFailedException">It could not be added, or nobody knows whether it was.</exception>
    public async Task<bool> AddAsync(T row, CancellationToken cancellationToken)
    {
        WaitingRow<T>? waiting = null;
        lock (_lock)
        {
            var partition = PartitionOf(row, out var isAlone);
            if (isAlone)
            {
                partition.IsWriting = true;
            }
            else
            {
                waiting = partition.Enqueue(row);
                WriteNow(partition);
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
            lock (_lock)
            {
                WriteNext(_partitions[row.PartitionKey]);
            }
        }
    }

    /// <summary>The same for a row that nobody waits for: it may be added a moment later, together with others.</summary>
    public Task<bool> AddSoonAsync(T row)
    {
        lock (_lock)
        {
            var partition = PartitionOf(row, out var isAlone);
            var waiting = partition.Enqueue(row);
            if (isAlone)
            {
                Gather(partition);
            }
            return waiting.IsAdded.Task;
        }
    }

    /// <summary>Adds now what waits for others, and returns when all that was brought before is added, or could not be.</summary>
    public async Task FlushAsync()
    {
        Task[] brought;
        lock (_lock)
        {
            brought =
            [
                .. _partitions.Values.SelectMany(partition => partition.Rows.Concat(partition.UnderWay)).Select(row => row.IsAdded.Task),
            ];
            foreach (var partition in _partitions.Values.Where(partition => partition.Rows.Count > 0))
            {
                WriteNow(partition);
            }
        }
        await Task.WhenAll(brought).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private WaitingRows<T> PartitionOf(T row, out bool isNew)
    {
        isNew = !_partitions.TryGetValue(row.PartitionKey, out var partition);
        return partition ?? (_partitions[row.PartitionKey] = new WaitingRows<T>(row.PartitionKey));
    }

    private void WriteNow(WaitingRows<T> partition)
    {
        partition.IsUrgent = true;
        if (!partition.IsWriting)
        {
            WriteNext(partition);
        }
    }

    // Within the lock, by whoever has written or is the first to write.
    private void WriteNext(WaitingRows<T> partition)
    {
        partition.UnderWay = [];
        partition.IsWriting = partition.IsUrgent && partition.Rows.Count > 0;
        if (partition.IsWriting)
        {
            while (partition.UnderWay.Count < MostAtOnce && partition.Rows.TryDequeue(out var waiting))
            {
                partition.UnderWay.Add(waiting);
            }
            partition.IsUrgent = partition.Rows.Count > 0;
            InBackground(() => AddAllAsync(partition));
        }
        else if (partition.Rows.Count > 0)
        {
            Gather(partition);
        }
        else
        {
            _partitions.Remove(partition.Partition);
        }
    }

    private void Gather(WaitingRows<T> partition)
    {
        InBackground(async () =>
        {
            await Task.Delay(Gathering);
            lock (_lock)
            {
                if (partition.Rows.Count > 0)
                {
                    WriteNow(partition);
                }
            }
        });
    }

    // It is the work of none of those who wait: nobody's trace or call goes with it.
    private static void InBackground(Func<Task> work)
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(work);
        }
    }

    private async Task AddAllAsync(WaitingRows<T> partition)
    {
        var rows = partition.UnderWay;
        try
        {
            if (rows.Count == 1 || !await TryAddTogetherAsync(rows))
            {
                await Task.WhenAll(rows.Select(AddAloneAsync));
            }
        }
        finally
        {
            lock (_lock)
            {
                WriteNext(partition);
            }
        }
    }

    /// <returns>False where one of them is refused: then none was added, and each has to be tried by itself.</returns>
    private async Task<bool> TryAddTogetherAsync(IReadOnlyList<WaitingRow<T>> rows)
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

    private async Task AddAloneAsync(WaitingRow<T> waiting)
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
}
