using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Tests.Households;

public sealed class ReferralLedgerTests
{
    private static readonly DateOnly Sent = new(2026, 11, 20);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(14, 1, 1)]
    [InlineData(15, 1, 0)]
    [InlineData(200, 1, 0)]
    public void Closed_CountsByItsDays(int days, int due, int inTime)
    {
        var ledger = ReferralLedger.None.With(new OpenReferral("a", Sent)).Without("a", Sent.AddDays(days));
        Assert.Empty(ledger.Open);
        Assert.Equal((due, inTime), Sum(ledger, Sent.AddDays(days)));
    }

    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    public void Open_CountsFromItsFifteenthDay(int days, int due) =>
        Assert.Equal((due, 0), Sum(ReferralLedger.None.With(new OpenReferral("a", Sent)), Sent.AddDays(days)));

    [Fact]
    public void Withdrawn_CountsForNothing() =>
        Assert.Equal((0, 0), Sum(ReferralLedger.None.With(new OpenReferral("a", Sent)).Without("a", closedOn: null), Sent.AddDays(40)));

    [Fact]
    public void SameStepAgain_ChangesNothing()
    {
        var open = ReferralLedger.None.With(new OpenReferral("a", Sent));
        Assert.Same(open, open.With(new OpenReferral("a", Sent)));
        var closed = open.Without("a", Sent);
        Assert.Same(closed, closed.Without("a", Sent));
    }

    [Fact]
    public void LateOne_CountsInTheMonthOfItsLastDay_BeforeAndAfterItIsClosed()
    {
        var open = ReferralLedger.None.With(new OpenReferral("a", Sent));
        var months = open.SettledBy(new DateOnly(2027, 1, 5));
        Assert.Equal(months, open.Without("a", new DateOnly(2027, 1, 5)).SettledBy(new DateOnly(2027, 1, 5)));
        Assert.Equal(new LedgerMonth(LedgerMonth.Of(new DateOnly(2026, 12, 4)), 1, 0), Assert.Single(months));
    }

    [Fact]
    public void Coverage_TellsTwelveMonths()
    {
        var counts = new CoverageCounts { ReferralsDue = 4, ReferralsInTime = 3 };
        var measure = Measure.Of(counts + counts, new FollowUpForms(new SeedFolder())).Single(measure => measure.Code == "referrals");
        Assert.Equal((6, 8, 0.75), (measure.Numerator, measure.Denominator, measure.Rate));
    }

    private static (int Due, int InTime) Sum(ReferralLedger ledger, DateOnly today)
    {
        var months = ledger.SettledBy(today).ToList();
        return (months.Sum(month => month.Due), months.Sum(month => month.OnTime));
    }
}
