using Alleviation.Functions.Platform.Queues;
using Azure.Storage.Queues;

namespace Alleviation.Functions.Operations;

/// <summary>
/// What storage tells of the queues. The oldest message is the first that may be taken: those that wait for their time are not seen.
/// </summary>
public sealed class QueueFigures(QueueServiceClient service, IEnumerable<RequiredQueue> required)
{
    /// <summary>All queues of the service, those of put-aside messages included.</summary>
    public IReadOnlyList<string> Names { get; } = [.. required.Select(queue => queue.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Seconds that the oldest message has waited to be taken, by storage's own clock; 0 where there is none.</summary>
    public async Task<double> OldestAgeAsync(string queue, CancellationToken cancellationToken)
    {
        var answer = await service.GetQueueClient(queue).PeekMessageAsync(cancellationToken);
        return answer.Value is { InsertedOn: { } inserted } message && answer.GetRawResponse().Headers.Date is { } now
            ? Math.Max(0, (now - Pointer.WaitsSince(message.Body.ToString(), inserted)).TotalSeconds)
            : 0;
    }

    /// <summary>About how many messages there are, those under way and those that wait for their time included.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken) =>
        (await service.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
}
