using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>A queue and, unless it is one itself, its poison queue. The only file that knows the service's answers.</summary>
internal sealed class MessageQueue(QueueBinding binding, QueueConnections connections, QueueSettings settings, ILogger log)
{
    private const string PoisonSuffix = "-poison";
    private const int LongestName = 63;
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);
    private QueueServiceClient? _account;
    private bool _isApplications;

    public string Name => binding.Queue;

    /// <summary>Null if a failing message has nowhere to go and so is tried for ever, as on the real host.</summary>
    public string? PoisonName { get; } =
        binding.Queue.EndsWith(PoisonSuffix, StringComparison.Ordinal) || binding.Queue.Length + PoisonSuffix.Length > LongestName ? null : binding.Queue + PoisonSuffix;

    /// <exception cref="InvalidOperationException">The setting that names the account is missing.</exception>
    public void Open()
    {
        _account = connections.OfApplication(binding.Connection);
        _isApplications = _account is not null;
        _account ??= connections.OfHost(binding.Connection);
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var isEncoded = settings.Base64 && !_isApplications;
        try
        {
            var messages = await Client(Name).ReceiveMessagesAsync(settings.BatchSize, settings.Lease, cancellationToken);
            return [.. messages.Value.Select(message => new ReceivedMessage(message, isEncoded))];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await Client(Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return [];
        }
        catch (FormatException) when (_isApplications)
        {
            // One message that is not base64 hides its whole batch, so from now on the host decodes on its own, one by one.
            log.CannotDecode(Name);
            (_account, _isApplications) = (connections.OfHost(binding.Connection), false);
            return [];
        }
    }

    public Task DeleteAsync(ReceivedMessage message, string receipt, CancellationToken cancellationToken) =>
        UnlessGoneAsync(message, () => Client(Name).DeleteMessageAsync(message.Raw.MessageId, receipt, cancellationToken));

    /// <summary>Lets the message be seen again after a while.</summary>
    public Task ReleaseAsync(ReceivedMessage message, string receipt, TimeSpan after, CancellationToken cancellationToken) =>
        UnlessGoneAsync(message, () => Client(Name).UpdateMessageAsync(message.Raw.MessageId, receipt, visibilityTimeout: after, cancellationToken: cancellationToken));

    /// <returns>The new receipt.</returns>
    /// <exception cref="RequestFailedException">The message is gone, or the service is.</exception>
    public async Task<string> RenewAsync(ReceivedMessage message, string receipt, CancellationToken cancellationToken) =>
        (await Client(Name).UpdateMessageAsync(message.Raw.MessageId, receipt, visibilityTimeout: settings.Lease, cancellationToken: cancellationToken)).Value.PopReceipt;

    /// <summary>Adds the message to the poison queue and only then deletes it: rather twice than not at all.</summary>
    public async Task PoisonAsync(ReceivedMessage message, string receipt, CancellationToken cancellationToken)
    {
        var poison = Client(PoisonName!);
        try
        {
            await poison.SendMessageAsync(message.Raw.Body, timeToLive: ForEver, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await poison.SendMessageAsync(message.Raw.Body, timeToLive: ForEver, cancellationToken: cancellationToken);
        }

        await DeleteAsync(message, receipt, cancellationToken);
    }

    private QueueClient Client(string queue) => _account!.GetQueueClient(queue);

    private async Task UnlessGoneAsync(ReceivedMessage message, Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (RequestFailedException gone) when (gone.Status == 404 || gone.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            log.MessageGone(message.Raw.MessageId, Name);
        }
    }
}
