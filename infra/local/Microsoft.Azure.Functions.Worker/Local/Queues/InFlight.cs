namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Counts the messages under way, and lets one wait until there are few enough.</summary>
internal sealed class InFlight
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _fewer;
    private int _count;

    public void Begin()
    {
        lock (_lock) { _count++; }
    }

    public void End()
    {
        TaskCompletionSource? fewer;
        lock (_lock)
        {
            _count--;
            (fewer, _fewer) = (_fewer, null);
        }

        fewer?.SetResult();
    }

    public async Task AtMostAsync(int most, CancellationToken cancellationToken)
    {
        while (Fewer(most) is { } fewer) { await fewer.WaitAsync(cancellationToken); }
    }

    private Task? Fewer(int most)
    {
        lock (_lock)
        {
            if (_count <= most) { return null; }
            _fewer ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _fewer.Task;
        }
    }
}
