using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Transfers;

namespace Alleviation.Tests.Transfers;

public sealed class HandoverTests
{
    private const string Former = "P441402004-01";
    private const string Next = "P441402004-02";
    private const string Heart = "P441402-02";
    private const string NewHeart = "P441402-03";

    [Theory]
    [InlineData("question", "1", Former, Next)]
    [InlineData("testReport", "1", Former, Next)]
    [InlineData("conference", "1", Former, Next)]
    [InlineData("conference", "1/P441402004-01", Former, Former)]
    [InlineData("referral", "1", Former, Former)]
    [InlineData("appointment", "1", Former, Former)]
    [InlineData("question", "1", Heart, Heart)]
    [InlineData("appointment", "1", null, null)]
    [InlineData("question", "1", null, null)]
    [InlineData("medicationReview", "list", Former, Next)]
    [InlineData("medicationReview", "list", null, Next)]
    [InlineData("testReport", "1", null, Next)]
    public void WhatGoesWithBeingResponsible_GoesToTheNext_AndNothingElse(string kind, string reference, string? before, string? after)
    {
        var household = Household(Former) with { Tasks = [new HouseholdTask(kind, reference, 1, default, For: before)] };

        var next = Handover.To(household, Next, [new TeamMember("cardiology", NewHeart)]);

        Assert.Equal((Next, after), (next.PhysicianId, Assert.Single(next.Tasks).For));
    }

    [Fact]
    public void TransferUnderWay_EndsWithItsGuest_WhereAnotherIsResponsible()
    {
        var household = Household(Former) with
        {
            Tasks = [new HouseholdTask("transfer", "1", 0, default, For: Heart)],
            Guests = [new Guest(Heart, "transfer:1"), new Guest(Heart, "referral:2")],
        };

        var next = Handover.To(household, Next, household.Team);

        Assert.Empty(next.Tasks);
        Assert.Equal("referral:2", Assert.Single(next.Guests).Because);
        Assert.Equal(household.Tasks, Handover.To(household, Former, household.Team).Tasks);
    }

    [Fact]
    public void WhereNobodyIsEligible_WhatWaitsIsKept_AndGoesToWhoeverComes()
    {
        var household = Household(Former) with { Tasks = [new HouseholdTask("question", "1", 1, default, For: Former)] };

        var waiting = Handover.To(household, null, household.Team);
        Assert.Equal(Former, Assert.Single(waiting.Tasks).For);
        Assert.Equal(Next, Assert.Single(Handover.To(waiting, Next, household.Team).Tasks).For);
    }

    public static TheoryData<TransferStep, TransferState, bool, TransferStepOutcome> Steps
    {
        get
        {
            var all = new TheoryData<TransferStep, TransferState, bool, TransferStepOutcome>();
            foreach (var step in Enum.GetValues<TransferStep>())
            {
                foreach (var state in Enum.GetValues<TransferState>())
                {
                    all.Add(step, state, false, TransferStepOutcome.NotTheirs);
                    all.Add(
                        step,
                        state,
                        true,
                        (step, state) switch
                        {
                            (_, TransferState.Proposed) or (TransferStep.Withdraw, TransferState.Returned) => TransferStepOutcome.Done,


                            (TransferStep.Accept, TransferState.Accepted)
                            or
                            (TransferStep.Return, TransferState.Returned)
                            or (TransferStep.Withdraw, TransferState.Withdrawn) => TransferStepOutcome.AlreadyDone,
                            _ => TransferStepOutcome.NoLongerOpen,
                        }
                    );
                }
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public void EachStep_IsOnePersonsAndFromOneState(TransferStep step, TransferState state, bool isTheirs, TransferStepOutcome expected)
    {
        var transfer = new Transfer("1", Former, Next, "迁居", default, "account", "");
        var entitled = step is TransferStep.Withdraw ? Former : Next;
        var notEntitled = step is TransferStep.Withdraw ? Next : Former;

        Assert.Equal(expected, TransferSteps.Take(transfer, state, step, isTheirs ? entitled : notEntitled));
    }

    private static Household Household(string physician) =>
        new(
            HouseholdId.OfFingerprint(new string('1', 32)),
            3,
            HouseholdStage.Routed,
            "TEST00000001",
            "441402004001",
            null,
            null,
            "general",
            [],
            "content",
            DateTimeOffset.UnixEpoch,
            "account"
        )
        {
            PhysicianId = physician,
            Team = [new TeamMember("cardiology", Heart)],
        };
}
