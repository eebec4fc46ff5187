using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.PoisonMessages;

/// <summary>
/// Takes a message from a poison queue. One whose work never failed, because its host ended every time before it could, goes back to its
/// queue by itself; one that failed, or ends its hosts again and again, is stored for an operator.
/// </summary>
public sealed class StorePoisonMessageHandler(PoisonMessageTable poisonMessages, MessageSender messages)
{
    private const int MaxReturns = 2;

    /// <summary>
    /// Counted first, then sent: a crash in between costs one of the returns and loses nothing, as this message comes again.
    /// </summary>
    public async Task HandleAsync(string queue, string text, CancellationToken cancellationToken)
    {
        if (await poisonMessages.CountReturnAsync(queue, text, MaxReturns, cancellationToken))
        {
            await messages.SendTextAsync(queue, text, after: null, cancellationToken);
        }
        else
        {
            await poisonMessages.OpenAsync(queue, text, cancellationToken);
        }
    }
}
