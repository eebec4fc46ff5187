using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.FollowUps;

/// <summary>What visits settle, in whatever order they are sent.</summary>
public sealed class VisitLogTests
{
    private static readonly DateOnly Start = new(2026, 1, 10);

    [Theory]
    // On its day and before: in time. After: missed, and one more for each interval that has passed since.
    [InlineData(-20, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(90, 1, 0)]
    [InlineData(91, 2, 0)]
    [InlineData(181, 3, 0)]
    public void Visit_SettlesWhatWasDue(int daysAfter, int due, int onTime)
    {
        var settled = FollowUpLedger.Settled(Start, 90, Start.AddDays(daysAfter)).ToList();

        Assert.Equal((due, onTime), (settled.Sum(month => month.Due), settled.Sum(month => month.OnTime)));
    }

    [Fact]
    public void Ledger_ForgetsWhatNobodyAsksForAnyMore()
    {
        var months = FollowUpLedger.Add([new LedgerMonth(LedgerMonth.Of(Start), 1, 1)], [], Start.AddMonths(12));
        Assert.Single(months);
        Assert.Empty(FollowUpLedger.Add(months, [], Start.AddMonths(13)));
    }

    [Fact]
    public void VisitsInAnyOrder_GiveTheLedgerOfTheirOrderInTime()
    {
        // Due on day 10; visits on days 9, 12 and 140, each with the next in 90 days.
        var inTime = Replay([9, 12, 140]);

        Assert.Equal((3, 2), inTime);
        Assert.All(Orders([9, 12, 140]), order => Assert.Equal(inTime, Replay(order)));
    }

    [Fact]
    public void Log_IsBounded_AndKeepsTheNewest()
    {
        var log = VisitLog.Empty;
        for (var day = 0; day < 2 * VisitLog.Kept; day++)
        {
            log = log.With(Mark(day, due: day), after: null);
        }

        Assert.Equal(VisitLog.Kept, log.Marks.Count);
        Assert.Equal(Mark(2 * VisitLog.Kept - 1, due: 0).At, log.Marks[^1].At);
    }

    private static (int Due, int OnTime) Replay(IReadOnlyList<int> days)
    {
        var (log, months, scheduled) = (VisitLog.Empty, (IReadOnlyList<LedgerMonth>)[], Start.AddDays(10));
        foreach (var day in days)
        {
            var (_, after) = log.Around("hypertension", AtOf(day));
            var mark = Mark(day, due: 0) with { DueOn = after is null ? scheduled : after.DueOn };
            months = FollowUpLedger.Add(months, VisitLog.Settles(mark, after), Start.AddDays(150));
            log = log.With(mark, after);
            if (after is null)
            {
                scheduled = mark.NextDueOn;
            }
        }

        return (months.Sum(month => month.Due), months.Sum(month => month.OnTime));
    }

    private static IEnumerable<IReadOnlyList<int>> Orders(IReadOnlyList<int> days) =>
        days.Count <= 1
            ? [days]
            : days.SelectMany(first => Orders([.. days.Where(day => day != first)]).Select(rest => (IReadOnlyList<int>)[first, .. rest]));

    private static VisitMark Mark(int day, int due) =>
        new($"{day}", "", "hypertension", AtOf(day), Start.AddDays(due), Start.AddDays(day + 90), 90, 0);

    private static DateTimeOffset AtOf(int day) => new(Start.AddDays(day), new TimeOnly(9, 0), TimeSpan.FromHours(8));
}
