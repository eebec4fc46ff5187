using Alleviation.Load.Recording;

namespace Alleviation.Load.Floor;

/// <summary>
/// Takes messages as host.json has the host take them: sixteen at a time while no more than sixteen are under way, and a pause of a
/// tenth of a second after a batch that was not full.
/// </summary>
internal sealed class FloorQueue(string queue, BareClient client, RecordedCall receive, Func<string, CancellationToken, Task> handleAsync)
{
    private const int Batch = 16;
    private const int Threshold = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private int _underWay;

    /// <param name="householdIds">Finds the household that a message points at.</param>
    public async Task RunAsync(int messages, Func<string, string> householdIds, RecordedCall delete, CancellationToken cancellationToken)
    {
        using var freed = new SemaphoreSlim(0);
        var running = new List<Task>();
        while (running.Count < messages)
        {
            while (Volatile.Read(ref _underWay) > Threshold)
            {
                await freed.WaitAsync(cancellationToken);
            }
            var (_, answer) = await client.SendAsync(
                receive,
                receive.Target.Replace("/queue-name/", $"/{queue}/", StringComparison.Ordinal),
                "",
                cancellationToken
            );
            var received = FloorAnswers.Messages(answer).ToList();
            foreach (var message in received)
            {
                Interlocked.Increment(ref _underWay);
                running.Add(
                    Task.Run(() => HandleAsync(message, householdIds(message.Text), delete, freed, cancellationToken), cancellationToken)
                );
            }

            if (received.Count < Batch)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }

        await Task.WhenAll(running);
    }

    private async Task HandleAsync(
        (string Id, string Receipt, string Text) message,
        string householdId,
        RecordedCall delete,
        SemaphoreSlim freed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await handleAsync(householdId, cancellationToken);
            var target = $"/{client.Account.Name}/{queue}/messages/{message.Id}?popreceipt={Uri.EscapeDataString(message.Receipt)}";
            var (status, _) = await client.SendAsync(delete, target, "", cancellationToken);
            if (status != 204)
            {
                throw new LoadException($"The floor could not delete a message of {queue}: {status}");
            }
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            freed.Release();
        }
    }
}
