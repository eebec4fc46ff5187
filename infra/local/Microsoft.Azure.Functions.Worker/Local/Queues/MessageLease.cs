using Azure;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Keeps a message hidden from others while its function runs, by renewing when half of the time is over.</summary>
internal sealed class MessageLease(MessageQueue queue, ReceivedMessage message, TimeSpan length, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private string _receipt = message.Raw.PopReceipt;
    private Task _renewing = Task.CompletedTask;

    public void Begin() => _renewing = RenewAsync();

    /// <returns>The receipt that the message can be settled with.</returns>
    public async Task<string> EndAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        return _receipt;
    }

    public void Dispose() => _ended.Dispose();

    private async Task RenewAsync()
    {
        while (true)
        {
            // Lets the wait end without throwing, which would cost every message an exception.
            await Task.Delay(length / 2, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested) { return; }
            try
            {
                // Not cancelled half-way: the service might have changed the receipt without our knowing.
                _receipt = await queue.RenewAsync(message, _receipt, CancellationToken.None);
            }
            catch (RequestFailedException gone) when (gone.Status is >= 400 and < 500)
            {
                log.CannotRenew(gone, message.Raw.MessageId, queue.Name);
                return;
            }
#pragma warning disable CA1031 // Whatever the network throws, the next try may succeed.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                log.CannotRenew(fault, message.Raw.MessageId, queue.Name);
            }
        }
    }
}
