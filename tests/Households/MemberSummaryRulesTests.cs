using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Tests.CarePlans;

namespace Alleviation.Tests.Households;

/// <summary>What the header says of a member, and the ledgers that coverage counts from.</summary>
public sealed class MemberSummaryRulesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", false)]
    [InlineData("Z34", false)]
    [InlineData("Z39", false)]
    [InlineData("Z20", true)]
    [InlineData("I10", true)]
    [InlineData("Z34 I10", true)]
    public void Pregnancy_IsNoIllness(string conditions, bool isSick) =>
        Assert.Equal(isSick, SomePlan.Member(conditions.Split(' ', StringSplitOptions.RemoveEmptyEntries)).IsSick);

    [Fact]
    public void Record_IsUsedByCare_AndNotByWhatWasArranged()
    {
        var arranged = SomePlan.Member().After(At, isCare: false);
        Assert.Equal((At, DateTimeOffset.MinValue), (arranged.LastEntryAt, arranged.UsedAt));

        var cared = arranged.After(At.AddDays(1), isCare: true);
        Assert.Equal((At.AddDays(1), At.AddDays(1)), (cared.LastEntryAt, cared.UsedAt));

        var late = cared.After(At.AddDays(-1), isCare: true);
        Assert.Equal((At.AddDays(1), At.AddDays(1)), (late.LastEntryAt, late.UsedAt));

        var again = cared.After(At.AddDays(2), isCare: false);
        Assert.Equal((At.AddDays(2), At.AddDays(1)), (again.LastEntryAt, again.UsedAt));
        // What was stored before care was told apart: the newest entry stands for it.
        Assert.Equal(At, (SomePlan.Member() with { LastEntryAt = At }).After(At.AddDays(1), isCare: false).UsedAt);
    }

    [Theory]
    [InlineData("draft", true, false)]
    [InlineData("underReview", true, false)]
    [InlineData("active", true, true)]
    [InlineData("underRevision", true, true)]
    [InlineData("completed", false, false)]
    [InlineData("cancelled", false, false)]
    public void Plan_IsOpenAndInForce_ByItsStatus(string status, bool isOpen, bool isInForce)
    {
        var plan = new PlanSummary(status, false, [], [], []);

        Assert.Equal((isOpen, isInForce), (plan.IsOpen, plan.IsInForce));
    }

    [Theory]
    [InlineData("2000-02-29", "2026-02-28", 26)]
    [InlineData("2000-02-29", "2026-02-27", 25)]
    [InlineData("1970-11-23", "2026-11-23", 56)]
    [InlineData("1970-11-24", "2026-11-23", 55)]
    [InlineData("2026-11-23", "2026-11-23", 0)]
    public void Age_IsInWholeYears(string bornOn, string today, int age)
    {
        Assert.Equal(age, (SomePlan.Member() with { BornOn = DateOnly.Parse(bornOn, null) }).AgeAt(DateOnly.Parse(today, null)));
        Assert.Null((SomePlan.Member() with { BornOn = null }).AgeAt(SomePlan.Today));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, 1, true)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, null, false)]
    public void Guest_IsForOneMember_OrForAll(int? of, int? member, bool covers)
    {
        Assert.Equal(covers, new Guest("P", "referral:1", of).Covers(member, At));
        Assert.Equal(covers, new Guest("P", "referral:1", of, At.AddSeconds(1)).Covers(member, At));
        Assert.False(new Guest("P", "referral:1", of, At).Covers(member, At));
    }

    [Fact]
    public void FollowUpWithoutAnInterval_IsMissedOnce() =>
        Assert.Equal(
            [new LedgerMonth(LedgerMonth.Of(new DateOnly(2026, 1, 31)), 1, 0)],
            FollowUpLedger.Missed(new DateOnly(2026, 1, 31), 0, new DateOnly(2026, 11, 23))
        );

    [Fact]
    public void Months_AreAddedUp_AndThoseThatComeToNothingGo()
    {
        var (today, month) = (new DateOnly(2026, 11, 23), LedgerMonth.Of(new DateOnly(2026, 11, 1)));

        Assert.Equal(
            [new LedgerMonth(month - 1, 2, 1), new LedgerMonth(month, 3, 1)],
            FollowUpLedger.Add(
                [new LedgerMonth(month, 1, 1), new LedgerMonth(month - 2, 1, 1)],
                [new LedgerMonth(month - 1, 2, 1), new LedgerMonth(month, 2, 0), new LedgerMonth(month - 2, -1, -1)],
                today
            )
        );
        Assert.Equal([new LedgerMonth(month, 0, -1)], FollowUpLedger.Add([], [new LedgerMonth(month, 0, -1)], today));
    }

    [Fact]
    public void Month_IsCountedFromTheYearNought_SoThatTheNextIsOneMore()
    {
        Assert.Equal(2026 * 12, LedgerMonth.Of(new DateOnly(2026, 1, 31)));
        Assert.Equal(LedgerMonth.Of(new DateOnly(2026, 12, 31)) + 1, LedgerMonth.Of(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void Month_IsStoredShort()
    {
        Assert.Equal("\"24323:2/1\"", JsonSerializer.Serialize(new LedgerMonth(24323, 2, 1)));
        Assert.Equal(new LedgerMonth(24323, -2, 1), JsonSerializer.Deserialize<LedgerMonth>("\"24323:-2/1\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LedgerMonth>("\"24323:2\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LedgerMonth>("\"24323:2/1/0\""));
    }
}
