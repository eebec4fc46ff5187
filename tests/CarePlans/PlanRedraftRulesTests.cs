using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>What a redraft does to visits, to what waits for a decision, and to what a pathway says differently today.</summary>
public sealed class PlanRedraftRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly PlanReview Review = new(Today.AddDays(-3), Today.AddDays(-2), ["pharmacy"]);

    [Theory]
    [InlineData(CarePlanStatus.UnderReview)]
    [InlineData(CarePlanStatus.UnderRevision)]
    public void WhatWaitsAlready_GoesOnWaiting(CarePlanStatus status)
    {
        var before = SomePlan.InForce("I10");
        before = before with { Plan = before.Plan with { Status = status }, Review = Review };

        Assert.Equal(Review, Redraft(before, "I10", "E11").Review);
    }

    [Fact]
    public void Draft_WaitsForNobody() => Assert.Null(Redraft(SomePlan.Draft("I10"), "I10", "E11").Review);

    [Fact]
    public void WhatAPathwaySaysToday_ReplacesWhatItSaid()
    {
        var before = SomePlan.Draft("I10");
        var old = before.Plan.Goals[0] with { Target = 999 };

        var after = Redraft(before with { Plan = before.Plan with { Goals = [old] } }, "I10", "E11");

        Assert.Equal(SomePlan.Draft("I10").Plan.Goals[0], after.Plan.Goals.Single(goal => goal.Reading == old.Reading));
    }

    [Fact]
    public void Draft_KeepsItsVisits_AtTheIntervalThatItSays_AndEachOnce()
    {
        var before = SomePlan.Draft("I10", "E11");
        var own = before.Plan.FollowUps[0] with { EveryDays = 30, Pathway = null };
        before = before with { Plan = before.Plan with { FollowUps = [own, .. before.Plan.FollowUps.Skip(1)] } };

        var after = Redraft(before, "I10", "E11", "A15");

        Assert.Equal(["hypertension", "type2Diabetes", "tuberculosis"], after.Schedule.FollowUps.Select(followUp => followUp.Form));
        Assert.Equal(30, after.Schedule.FollowUps[0].EveryDays);
    }

    [Fact]
    public void VisitThatAPhysicianTookOutOfADraft_DoesNotComeBack()
    {
        var before = SomePlan.Draft("I10", "E11");
        before = before with { Plan = before.Plan with { FollowUps = [before.Plan.FollowUps[0]] } };

        Assert.Equal(
            ["hypertension", "tuberculosis"],
            Redraft(before, "I10", "E11", "A15").Schedule.FollowUps.Select(followUp => followUp.Form)
        );
    }

    [Fact]
    public void VisitThatAPhysicianAdded_GoesOn_AndAnAgreedIntervalStays()
    {
        var plan = SomePlan.InForce("I10").Plan;
        plan = plan with { FollowUps = [plan.FollowUps[0] with { EveryDays = 30, Pathway = null }, new FollowUp("general", 60, 6)] };
        var before = new MemberCare(plan, SomePlan.InForce("I10").Schedule.AgreedBy(plan, Today));

        var after = Redraft(before, "I10", "E11").Schedule.FollowUps;

        Assert.Equal(
            [("hypertension", 30), ("general", 60), ("type2Diabetes", 90)],
            after.Select(followUp => (followUp.Form, followUp.EveryDays))
        );
    }

    [Fact]
    public void UrgentReading_BringsTheVisitOfAPlanInForceForward()
    {
        var before = SomePlan.InForce("I10");
        before = before with
        {
            Schedule = before.Schedule with { FollowUps = [before.Schedule.FollowUps[0] with { NextDueOn = Today.AddDays(80) }] },
        };
        var record = new HealthRecord(1, null, null) { LatestReadings = [new Reading("systolic", 190, "mmHg", DateTimeOffset.UnixEpoch)] };
        var draft = CarePlanDraft.For(SomePlan.Member("I10"), record, SomePlan.Pathways.All, new ConditionKinds(SomePlan.Seeds), Today);

        var after = PlanRedraft.Of(before, draft, SomePlan.Pathways.All, Today);

        Assert.Equal(draft!.Schedule.FollowUps[0].NextDueOn, Assert.Single(after.Schedule.FollowUps).NextDueOn);
        Assert.Equal("systolic", Assert.Single(after.Schedule.Urgencies).Reading);
    }

    [Fact]
    public void PlanThatLapses_IsTheServicesOwnStep_AtTheBeginningOfTheDay()
    {
        var made = PlanRedraft.Of(SomePlan.InForce("I10"), null, SomePlan.Pathways.All, Today).Plan.Made!;

        Assert.Equal(
            new RecordedStep(PlanStep.Lapse, "service", "", new DateTimeOffset(Today, default, TimeSpan.FromHours(8))).At,
            made.At
        );
        Assert.Equal((PlanStep.Lapse, "service", ""), (made.Step, made.By, made.PhysicianId));
    }

    private static MemberCare Redraft(MemberCare before, params string[] conditions) =>
        PlanRedraft.Of(before, SomePlan.Draft(conditions), SomePlan.Pathways.All, Today);
}
