using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Problems;

/// <summary>Sends a message that was put aside once more. Sent first, then closed: a crash in between sends it twice, which harms nothing.</summary>
public sealed class ReplayProblemHandler(ProblemTable problems, MessageSender messages)
{
    /// <summary>An operator's one step: more than that is another step.</summary>
    private const int MostAtOnce = 1_000;

    /// <returns>False when there is no such problem.</returns>
    public async Task<bool> ReplayAsync(string queue, string id, CancellationToken cancellationToken)
    {
        if (await problems.FindAsync(queue, id, cancellationToken) is not { } problem) { return false; }
        await ReplayAsync(problem, cancellationToken);
        return true;
    }

    /// <returns>How many were replayed; the rest is there for the next step.</returns>
    public async Task<int> ReplayAllAsync(string? queue, CancellationToken cancellationToken)
    {
        var (open, _) = await problems.PageAsync(queue, continuation: null, MostAtOnce, cancellationToken);
        foreach (var problem in open) { await ReplayAsync(problem, cancellationToken); }
        return open.Count;
    }

    private async Task ReplayAsync(Problem problem, CancellationToken cancellationToken)
    {
        await messages.SendTextAsync(problem.Queue, problem.Text, after: null, cancellationToken);
        await problems.CloseAsync(problem, cancellationToken);
    }
}
