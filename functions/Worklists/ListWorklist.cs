using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Worklists;

/// <summary>What there is to do, a page at a time: a range of keys, of which only what is shown is opened.</summary>
public sealed class ListWorklistHandler(WorklistTable worklists, TimeProvider clock)
{
    /// <param name="after">The last key of the page before; null for the first page, which counts.</param>
    /// <param name="size">Lines on a page.</param>
    public async Task<Worklist> HandleAsync(
        WorklistOwner owner,
        WorklistFilter filter,
        string? after,
        int size,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var (items, last) = await worklists.PageAsync(owner, filter.RangeOn(today), filter, after, size, cancellationToken);
        IReadOnlyList<WorklistLine> lines = [.. items.Select(item => WorklistLine.Of(item, today))];
        if (after is not null)
        {
            return new Worklist(null, null, lines, last);
        }
        // Where the page is the beginning of the whole list, it shows what would be counted.
        var seen =
            filter.IsOfWholeList && (last is null || lines is [.., { Urgency: WorklistUrgency.Due or WorklistUrgency.None }])
                ? WorklistUrgency.Overdue
            : filter.IsOfWholeList && lines is [.., { Urgency: WorklistUrgency.Overdue }] ? WorklistUrgency.Urgent
            : (WorklistUrgency?)null;
        var urgent = CountAsync(WorklistUrgency.Urgent, seen is not null);
        var overdue = CountAsync(WorklistUrgency.Overdue, seen is WorklistUrgency.Overdue);
        await Task.WhenAll(urgent, overdue);
        return new Worklist(await urgent, await overdue, lines, last);

        Task<int> CountAsync(WorklistUrgency urgency, bool isSeen) =>
            isSeen
                ? Task.FromResult(Math.Min(Worklist.MaxCounted, lines.Count(line => line.Urgency == urgency)))
                : worklists.CountAsync(owner, WorklistRange.Of(urgency, today), Worklist.MaxCounted, cancellationToken);
    }
}
