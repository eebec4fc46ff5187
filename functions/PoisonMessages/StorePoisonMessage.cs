using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.PoisonMessages;

/// <summary>
/// Takes a message that the host put aside. One whose work never failed, because its host ended every time before it could, goes back
/// by itself; one that failed, or ends its hosts again and again, is a poison message for a person.
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
