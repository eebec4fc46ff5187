using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.Coverage;

/// <summary>How a member's follow-ups stand on a day, from the ledger and from what is open.</summary>
public sealed class FollowUpStandingRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2025-11-24", true)]
    [InlineData("2025-11-23", false)]
    public void Member_IsManagedForTwelveMonthsAfterAVisit(string lastOn, bool isManaged)
    {
        var ledger = new FollowUpLedger("hypertension", DateOnly.Parse(lastOn, null), true, []);

        Assert.Equal(isManaged, Of(Due(0), ledger).IsManaged);
        Assert.False(Of(Due(0) with { Status = "completed" }, ledger).IsManaged);
    }

    [Fact]
    public void WhoWasNeverVisited_IsFollowedAndNotManaged()
    {
        var standing = Of(Due(0));

        Assert.Equal(
            ("hypertension", true, false, false, 0, 0),
            (standing.Form, standing.IsPlanned, standing.IsManaged, standing.InControl, standing.Due, standing.OnTime)
        );
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(-90, 1)]
    [InlineData(-91, 2)]
    public void OpenFollowUp_IsMissedFromTheDayAfter_AndOnceMoreForEachInterval(int dueIn, int missed) =>
        Assert.Equal((missed, 0), (Of(Due(dueIn)).Due, Of(Due(dueIn)).OnTime));

    [Fact]
    public void WhatWasSettled_IsToldForTwelveMonths_TheCurrentOneAmongThem()
    {
        var now = LedgerMonth.Of(Today);
        var ledger = new FollowUpLedger(
            "hypertension",
            Today,
            false,
            [new LedgerMonth(now - 12, 1, 1), new LedgerMonth(now - 11, 3, 2), new LedgerMonth(now, 2, 1)]
        );

        Assert.Equal((6, 3, false), (Of(Due(-1), ledger).Due, Of(Due(-1), ledger).OnTime, Of(Due(-1), ledger).InControl));
        Assert.Equal((5, 3, false), (Of(null, ledger).Due, Of(null, ledger).OnTime, Of(null, ledger).IsPlanned));
    }

    [Fact]
    public void LedgerOfWhatNothingCallsForAnyMore_IsNotTold()
    {
        var ledger = new FollowUpLedger("hypertension", Today, true, [new LedgerMonth(LedgerMonth.Of(Today), 1, 1)]) { Void = true };

        Assert.Empty(FollowUpStanding.Of(Member(null, ledger), Today));
        Assert.Equal((false, false, 0), (Of(Due(0), ledger).IsManaged, Of(Due(0), ledger).InControl, Of(Due(0), ledger).Due));
    }

    [Fact]
    public void EachForm_StandsByItself()
    {
        var ledger = new FollowUpLedger("type2Diabetes", Today, true, []);

        Assert.Equal(
            ["type2Diabetes False True", "hypertension True False"],
            FollowUpStanding
                .Of(Member(Due(0), ledger), Today)
                .Select(standing => $"{standing.Form} {standing.IsPlanned} {standing.InControl}")
        );
    }

    private static PlanSummary Due(int inDays) =>
        new("active", false, [new DueFollowUp("hypertension", Today.AddDays(inDays), 90)], [], []);

    private static FollowUpStanding Of(PlanSummary? plan, params FollowUpLedger[] ledgers) =>
        Assert.Single(FollowUpStanding.Of(Member(plan, ledgers), Today));

    private static MemberSummary Member(PlanSummary? plan, params FollowUpLedger[] ledgers) =>
        new(1, "甲", "1", null, ["I10"], Plan: plan) { Ledgers = ledgers };
}
