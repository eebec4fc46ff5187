using Azure.Data.Tables;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>Rows of one partition that wait to be added or are being added; <see cref="GroupCommit{T}"/> locks it.</summary>
internal sealed class WaitingRows<T>(string partition)
    where T : class, ITableEntity
{
    public string Partition => partition;

    public Queue<WaitingRow<T>> Rows { get; } = [];

    /// <summary>The rows that are being added.</summary>
    public List<WaitingRow<T>> UnderWay { get; set; } = [];

    public bool IsWriting { get; set; }

    /// <summary>Somebody waits for one of the rows.</summary>
    public bool IsUrgent { get; set; }

    public WaitingRow<T> Enqueue(T row)
    {
        var waiting = new WaitingRow<T>(row);
        Rows.Enqueue(waiting);
        return waiting;
    }
}

/// <param name="Row">The row to be added.</param>
internal sealed record WaitingRow<T>(T Row)
{
    /// <summary>False where it was there.</summary>
    public TaskCompletionSource<bool> IsAdded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
