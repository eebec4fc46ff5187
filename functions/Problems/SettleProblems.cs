using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Problems;

/// <summary>Closes problems whose work has been done since: what stays open is what a person has to look at.</summary>
public sealed partial class SettleProblemsHandler(
    ProblemTable problems,
    IEnumerable<FinishedWork> works,
    ILogger<SettleProblemsHandler> log
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
            var (open, next) = await problems.PageAsync(queue: null, continuation, PageSize, cancellationToken);
            foreach (var problem in open)
            {
                if (!await IsDoneAsync(problem, cancellationToken))
                {
                    continue;
                }

                await problems.CloseAsync(problem, cancellationToken);
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

    private async Task<bool> IsDoneAsync(Problem problem, CancellationToken cancellationToken)
    {
        try
        {
            return _works[problem.Queue].FirstOrDefault() is { } work
                && await work.IsDoneAsync(problem.Text, problem.At, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A message or rows that nobody can read: it stays for a person, and the others go on.
            NotTold(problem.Queue, problem.Id, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} problems were closed: their work has been done since")]
    private partial void Settled(int count);

    [LoggerMessage(LogLevel.Warning, "Nobody can tell whether the work of problem {Id} of {Queue} has been done: {Failure}")]
    private partial void NotTold(string queue, string id, string failure);
}
