using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.PoisonMessages;

/// <summary>Closes poison messages whose work has been done since: what stays open is what a person has to look at.</summary>
public sealed partial class SettlePoisonMessagesHandler(
    PoisonMessageTable poisonMessages,
    IEnumerable<FinishedWork> works,
    ILogger<SettlePoisonMessagesHandler> log
)
{
    private const int PageSize = 100;
    private readonly ILookup<string, FinishedWork> _works = works.ToLookup(work => work.Queue, StringComparer.Ordinal);

    /// <returns>How many were closed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var settled = 0;
        string? continuation = null;
        do
        {
            var (open, next) = await poisonMessages.PageAsync(queue: null, continuation, PageSize, cancellationToken);
            foreach (var poisonMessage in open)
            {
                if (!await IsDoneAsync(poisonMessage, cancellationToken))
                {
                    continue;
                }

                await poisonMessages.CloseAsync(poisonMessage, cancellationToken);
                settled++;
            }

            continuation = next;
        } while (continuation is not null);

        if (settled > 0)
        {
            Settled(settled);
        }

        return settled;
    }

    private async Task<bool> IsDoneAsync(PoisonMessage poisonMessage, CancellationToken cancellationToken)
    {
        try
        {
            return _works[poisonMessage.Queue].FirstOrDefault() is { } work
                && await work.IsDoneAsync(poisonMessage.Text, poisonMessage.At, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A message or rows that nobody can read: it stays for a person, and the others go on.
            NotTold(poisonMessage.Queue, poisonMessage.Id, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} poison messages were closed: their work has been done since")]
    private partial void Settled(int count);

    [LoggerMessage(LogLevel.Warning, "Nobody can tell whether the work of poison message {Id} of {Queue} has been done: {Failure}")]
    private partial void NotTold(string queue, string id, string failure);
}
