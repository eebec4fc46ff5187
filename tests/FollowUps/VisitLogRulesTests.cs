using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Tests.FollowUps;

/// <summary>Where a visit stands among those that are known.</summary>
public sealed class VisitLogRulesTests
{
    private static readonly DateOnly Start = new(2026, 1, 10);
    private static readonly VisitMark First = Mark(0);
    private static readonly VisitMark Call = Mark(10) with { Counts = false };
    private static readonly VisitMark Last = Mark(20);
    private static readonly VisitLog Log = new([First, Mark(5) with { Form = "general" }, Call, Last, Mark(25) with { Form = "general" }]);

    [Theory]
    [InlineData(-1, null, 0, 0)]
    [InlineData(0, 0, 10, 20)]
    [InlineData(9, 0, 10, 20)]
    [InlineData(10, 10, 20, 20)]
    [InlineData(19, 10, 20, 20)]
    [InlineData(20, 20, null, null)]
    public void Visit_StandsBetweenThoseByTheSameForm(int day, int? before, int? after, int? counted)
    {
        var at = AtOf(day);

        Assert.Equal((Id(before), Id(after)), (Log.Around("hypertension", at).Before?.Id, Log.Around("hypertension", at).After?.Id));
        Assert.Equal(Id(counted), Log.CountedAfter("hypertension", at)?.Id);

        static string? Id(int? of) => of is { } known ? Mark(known).Id : null;
    }

    [Fact]
    public void Visit_IsKnownByItsId()
    {
        Assert.Equal(Last, Log.Find(ClientId.TryParse(Last.Id, out var id) ? id : default));
        Assert.Null(Log.Find(ClientId.TryParse(new string('f', 32), out var other) ? other : default));
    }

    [Fact]
    public void VisitSentLate_SaysWhenTheNextWasDue()
    {
        var late = Mark(7);

        Assert.Equal([First, Log.Marks[1], late, Call, Last with { DueOn = late.NextDueOn }, Log.Marks[4]], Log.With(late, Last).Marks);
        // A call does not, and where the plan asked for no visit none was due.
        Assert.Equal(Last, Log.With(late with { Counts = false }, Last).Marks[4]);
        var undue = Last with { DueOn = null };
        Assert.Equal(undue, new VisitLog([undue]).With(late, undue).Marks[1]);
    }

    [Fact]
    public void VisitsOfOneMoment_StandInTheOrderInWhichTheyWereSent() =>
        Assert.Equal(["0", "b"], new VisitLog([First with { Id = "0" }]).With(First with { Id = "b" }, null).Marks.Select(mark => mark.Id));

    [Fact]
    public void Visit_SettlesWhatWasDue_AndWhatTheNextOneSettlesNowInstead()
    {
        // Due on day 10, done on day 8; the next came on day 99, by day 98 it would have been in time.
        var visit = Mark(8) with
        {
            DueOn = Start.AddDays(10),
        };
        var next = Mark(99) with { DueOn = visit.DueOn };

        Assert.Equal([new LedgerMonth(LedgerMonth.Of(visit.On), 1, 1)], VisitLog.Settles(visit, null));
        var settled = VisitLog.Settles(visit, next).ToList();
        Assert.Equal((1, 1), (settled.Sum(month => month.Due), settled.Sum(month => month.OnTime)));
        // Alone the next one missed day 10 and was in time for none of them.
        Assert.Equal(-1, settled.Single(month => month.Due < 0).Due);
        var inTime = VisitLog.Settles(visit, Mark(9) with { DueOn = visit.DueOn }).ToList();
        Assert.Equal(
            (2, 2),
            (inTime.Where(month => month.Due > 0).Sum(month => month.Due), inTime.Where(month => month.Due > 0).Sum(month => month.OnTime))
        );
        Assert.Equal((1, 1), (inTime.Sum(month => month.Due), inTime.Sum(month => month.OnTime)));
    }

    [Fact]
    public void WhatWasNotDue_AndACall_SettleNothing()
    {
        Assert.Empty(VisitLog.Settles(Mark(8) with { DueOn = null }, null));
        Assert.Empty(VisitLog.Settles(Mark(8) with { Counts = false }, null));
    }

    private static VisitMark Mark(int day) =>
        new($"{day:x32}", "", "hypertension", AtOf(day), Start.AddDays(day), Start.AddDays(day + 90), 90, 0);

    private static DateTimeOffset AtOf(int day) => ChinaTime.StartOf(Start.AddDays(day)).AddHours(9);
}
