using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;
using static Alleviation.Tests.Coverage.SomeCounts;

namespace Alleviation.Tests.Coverage;

/// <summary>What counts of the services that a household was promised and given (docs/domain.md §7), at the limits of each count.</summary>
public sealed class CoverageServiceRulesTests
{
    [Theory]
    [InlineData(1, 2026)]
    [InlineData(1, 2026, 2025)]
    [InlineData(0, 2025)]
    [InlineData(0, 2027)]
    [InlineData(0)]
    public void Contract_CountsInItsYear(int contracted, params int[] years)
    {
        var household = SomeHousehold.Of(Sick) with { ContractYears = years };
        Assert.Equal(contracted, CoverageCounts.Of(household, Today).Contracted);
        Assert.Equal(0, CoverageCounts.Of(household with { Members = [Sick with { LeftOn = Today }] }, Today).Contracted);
        Assert.Equal(2 * contracted, (CoverageCounts.Of(household, Today) + CoverageCounts.Of(household, Today)).Contracted);
    }

    [Theory]
    [InlineData("active", 0, 0)]
    [InlineData("active", -1, 1)]
    [InlineData("completed", -1, 0)]
    public void FollowUp_IsOverdueFromTheDayAfter(string status, int dueIn, int overdue)
    {
        var plan = Plan with
        {
            Status = status,
            FollowUps = [new DueFollowUp("hypertension", Today.AddDays(dueIn), 90), new DueFollowUp("general", Today.AddDays(9), 90)],
        };
        Assert.Equal(overdue, Of(Sick with { Plan = plan }).Overdue);
    }

    [Theory]
    [InlineData("2025-11-23T00:00:00+08:00", 1)]
    [InlineData("2025-11-22T23:59:59+08:00", 0)]
    [InlineData(null, 0)]
    public void Record_IsInUseFor12MonthsAfterCare(string? at, int used)
    {
        var last = at is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(at, null);
        Assert.Equal(used, Of(Sick with { LastCareAt = last }).Used);
        Assert.Equal(0, Of(Sick with { LastCareAt = last, RecordNumber = null }).Used);
    }

    [Fact]
    public void Referrals_CountForTwelveMonths()
    {
        var months = Enumerable.Range(0, 13).Select(ago => new LedgerMonth(LedgerMonth.Of(Today) - ago, 2, 1)).Reverse();
        var counts = CoverageCounts.Of(SomeHousehold.Of(Sick) with { Referrals = new ReferralLedger([], [.. months]) }, Today);
        Assert.Equal((24, 12), (counts.ReferralsDue, counts.ReferralsInTime));
    }

    [Fact]
    public void FollowedMembers_CountByForm()
    {
        var plan = Plan with { FollowUps = [new DueFollowUp("hypertension", Today, 90), new DueFollowUp("type2Diabetes", Today, 90)] };
        var month = new LedgerMonth(LedgerMonth.Of(Today), 1, 1);
        var good = new FollowUpLedger("hypertension", Today, true, [month]);
        var missed = new FollowUpLedger("type2Diabetes", Today, false, [month, month with { OnTime = 0 }]);
        var counts = Of(Sick with { Plan = plan, Ledgers = [good, missed] });
        Assert.Equal([KeyValuePair.Create("hypertension", 1), KeyValuePair.Create("type2Diabetes", 1)], counts.Followed);
        Assert.Equal(counts.Followed, counts.Managed);
        Assert.Equal([KeyValuePair.Create("hypertension", 1)], counts.ToStandard);
        Assert.Equal([KeyValuePair.Create("hypertension", 1)], counts.InControl);
        Assert.Equal((3, 2), (counts.FollowUpsDue, counts.FollowUpsOnTime));
        Assert.Empty(Of(Sick with { Ledgers = [good, missed] }).Managed);
    }
}
