using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.PoisonMessages;

/// <summary>
/// Sends a message that was put aside once more. Sent first, then closed: a crash in between sends it twice, which harms nothing.
/// </summary>
public sealed class ReplayPoisonMessageHandler(PoisonMessageTable poisonMessages, MessageSender messages)
{
    /// <summary>An operator's one step: more than that is another step.</summary>
    private const int MaxAtOnce = 1_000;

    /// <returns>False when there is no such poison message.</returns>
    public async Task<bool> ReplayAsync(string queue, string id, CancellationToken cancellationToken)
    {
        if (await poisonMessages.FindAsync(queue, id, cancellationToken) is not { } poisonMessage)
        {
            return false;
        }
        await ReplayAsync(poisonMessage, cancellationToken);
        return true;
    }

    /// <returns>How many were replayed; the rest is there for the next step.</returns>
    public async Task<int> ReplayAllAsync(string? queue, CancellationToken cancellationToken)
    {
        var (open, _) = await poisonMessages.PageAsync(queue, continuation: null, MaxAtOnce, cancellationToken);
        foreach (var poisonMessage in open)
        {
            await ReplayAsync(poisonMessage, cancellationToken);
        }
        return open.Count;
    }

    private async Task ReplayAsync(PoisonMessage poisonMessage, CancellationToken cancellationToken)
    {
        await messages.SendTextAsync(poisonMessage.Queue, poisonMessage.Text, after: null, cancellationToken);
        await poisonMessages.CloseAsync(poisonMessage, cancellationToken);
    }
}
