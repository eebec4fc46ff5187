using System.Globalization;
using Azure.Storage.Queues.Models;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <param name="Raw">The message as its client gave it: its body goes to the poison queue by the same client.</param>
/// <param name="IsEncoded">Whether the body is base64 still, because the client does not decode.</param>
internal sealed record ReceivedMessage(QueueMessage Raw, bool IsEncoded)
{
    private QueueMessage? _decoded;

    /// <summary>The message as the function sees it.</summary>
    /// <exception cref="FormatException">The text is not base64.</exception>
    public QueueMessage Decoded => _decoded ??= IsEncoded ? Decode() : Raw;

    public IReadOnlyDictionary<string, object?> BindingData() => new Dictionary<string, object?>
    {
        ["Id"] = Raw.MessageId,
        ["DequeueCount"] = Raw.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["InsertionTime"] = Text(Raw.InsertedOn),
        ["ExpirationTime"] = Text(Raw.ExpiresOn),
        ["NextVisibleTime"] = Text(Raw.NextVisibleOn),
        ["PopReceipt"] = Raw.PopReceipt,
    };

    private QueueMessage Decode() => QueuesModelFactory.QueueMessage(
        Raw.MessageId,
        Raw.PopReceipt,
        BinaryData.FromBytes(Convert.FromBase64String(Raw.Body.ToString())),
        Raw.DequeueCount,
        Raw.NextVisibleOn,
        Raw.InsertedOn,
        Raw.ExpiresOn);

    private static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
