using System.Text;
using System.Text.Json;
using Google.Protobuf;

namespace Alleviation.LocalHost;

/// <summary>A message taken from its queue: kept hidden from others while its function runs, then settled by the outcome.</summary>
internal sealed class TakenMessage(QueueAccount account, QueueClient queue, QueueMessage message, HostJson.QueuesJson settings, ILogger log)
    : IDisposable
{
    private const string PoisonSuffix = "-poison";
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);
    private readonly CancellationTokenSource _ended = new();
    private string _receipt = message.PopReceipt;
    private Task _renewing = Task.CompletedTask;

    // Without one, a failing message has nowhere to go and is tried for ever, as on the real host.
    private readonly string? _poison = queue.Name.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : queue.Name + PoisonSuffix;

    public bool IsSpentAt(long tries) => _poison is not null && tries >= settings.MaxDequeueCount;

    /// <summary>What the function's parameter takes; null if the text is not base64, though host.json says so.</summary>
    public TypedData? Input(bool isText)
    {
        var text = message.Body.ToString();
        try
        {
            if (settings.MessageEncoding is "base64")
            {
                text = Encoding.UTF8.GetString(Convert.FromBase64String(text));
            }
        }
        catch (FormatException)
        {
            log.CannotDecode(message.MessageId, queue.Name);
            return null;
        }

        if (isText)
        {
            return new TypedData { String = text };
        }
        // The names that the worker's queue extension reads.
        var content = ByteString.CopyFrom(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    message.MessageId,
                    message.PopReceipt,
                    MessageText = text,
                    message.DequeueCount,
                    message.NextVisibleOn,
                    message.InsertedOn,
                    message.ExpiresOn,
                }
            )
        );
        var data = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureStorageQueues",
            ContentType = "application/json",
        };
        data.Content = content;
        return new TypedData { ModelBindingData = data };
    }

    /// <summary>Renews the lease when half of it is over, until the message is settled.</summary>
    public void KeepLease() => _renewing = RenewAsync();

    public async Task SettleAsync(InvocationEnd end)
    {
        await _ended.CancelAsync();
        await _renewing;
        if (end is not (InvocationEnd.Succeeded or InvocationEnd.Abandoned) && IsSpentAt(message.DequeueCount))
        {
            await PoisonAsync();
            return;
        }

        try
        {
            // One that was cancelled by the end of the drain was not at fault: the next host may have it at once.
            var after = end is InvocationEnd.Abandoned ? TimeSpan.Zero : settings.VisibilityTimeout;
            if (end is InvocationEnd.Succeeded)
            {
                await queue.DeleteMessageAsync(message.MessageId, _receipt);
            }
            else
            {
                await queue.UpdateMessageAsync(message.MessageId, _receipt, visibilityTimeout: after);
            }
        }
        catch (RequestFailedException gone) when (gone.Status is 404 || gone.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            // Its lease ended and somebody else has it, or has done with it.
        }
    }

    /// <summary>Adds the message to the poison queue and only then deletes it: rather twice than not at all.</summary>
    public async Task PoisonAsync()
    {
        log.Poisoned(message.MessageId, settings.MaxDequeueCount, _poison!);
        var poison = account.Client.GetQueueClient(_poison);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body, timeToLive: ForEver);
        await queue.DeleteMessageAsync(message.MessageId, _receipt);
    }

    public void Dispose() => _ended.Dispose();

    private async Task RenewAsync()
    {
        while (true)
        {
            // Lets the wait end without throwing, which would cost every message an exception.
            await Task.Delay(account.Lease / 2, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested)
            {
                return;
            }
            try
            {
                // Not cancelled half-way: the service might have changed the receipt without our knowing.
                _receipt = (await queue.UpdateMessageAsync(message.MessageId, _receipt, visibilityTimeout: account.Lease)).Value.PopReceipt;
            }
            // Whatever the network throws, the next try may succeed; a message that is gone stays so.
            catch (Exception fault)
            {
                log.QueueFault(fault, queue.Name, "renewing a lease", message.MessageId);
                if (fault is RequestFailedException { Status: >= 400 and < 500 })
                {
                    return;
                }
            }
        }
    }
}
