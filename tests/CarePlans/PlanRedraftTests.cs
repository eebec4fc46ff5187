using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;

namespace Alleviation.Tests.CarePlans;

/// <summary>The member's conditions change, and the plan with them.</summary>
public sealed class PlanRedraftTests
{
    [Fact]
    public void PlanInForce_GoesUnderRevision_AndStaysInForce()
    {
        var before = SomePlan.InForce("I10");
        var after = PlanRedraft.Of(before, SomePlan.Draft("I10", "E11"), SomePlan.Pathways.All, SomePlan.Today);
        Assert.Equal((CarePlanStatus.UnderRevision, 4, 3), (after.Plan.Status, after.Plan.Version, after.Plan.ActiveVersion));
        Assert.Equal((SomePlan.Today, null), (after.Review!.Since, after.Review.AskedOn));
        Assert.Contains(after.Plan.Goals, goal => goal.Reading == "fastingGlucose");
        Assert.Equal(before.Schedule.Activities, after.Schedule.Activities);
        Assert.Contains(after.Schedule.FollowUps, followUp => followUp.Form != "hypertension");
    }

    [Fact]
    public void WhatPhysiciansMade_Changed_OrTookOut_StaysSo()
    {
        var before = SomePlan.InForce("I10");
        var plan = before.Plan;
        var systolic = plan.Goals.First(goal => goal.Reading == "systolic") with { Target = 130, Pathway = null };
        plan = plan with
        {
            Goals = [systolic, SomePlan.Goal("weight-1")],
            Activities = [.. plan.Activities.Where(activity => activity.Code != "exercise"), SomePlan.Activity("walk-1")],
        };
        var after = PlanRedraft.Of(before with { Plan = plan }, SomePlan.Draft("I10", "E11"), SomePlan.Pathways.All, SomePlan.Today).Plan;
        Assert.Contains(systolic, after.Goals);
        Assert.DoesNotContain(after.Goals, goal => goal.Reading == "diastolic");
        Assert.Contains(after.Goals, goal => goal.Code == "weight-1");
        Assert.Contains(after.Activities, activity => activity.Code == "walk-1");
        Assert.Equal(after.Activities.Count, after.Activities.DistinctBy(activity => activity.Code).Count());
    }

    [Fact]
    public void PathwayThatGoes_TakesItsOwnWithIt_AndNothingElse()
    {
        var both = SomePlan.InForce("I10", "E11");
        both = both with { Plan = both.Plan with { Goals = [.. both.Plan.Goals, SomePlan.Goal("weight-1")] } };
        var after = PlanRedraft.Of(both, SomePlan.Draft("I10"), SomePlan.Pathways.All, SomePlan.Today).Plan;
        Assert.DoesNotContain(after.Goals, goal => goal.Reading == "fastingGlucose");
        Assert.Contains(after.Goals, goal => goal.Code == "weight-1");
        Assert.Equal(["hypertension"], after.FollowUps.Select(followUp => followUp.Form));
    }

    [Fact]
    public void ConditionEnteredInError_LeavesNoVisit_AndNoActivity_OfItsOwn()
    {
        var both = SomePlan.InForce("I10", "E11");
        // Also what a physician changed of it meanwhile.
        var monthly = both.Plan with
        {
            FollowUps = [.. both.Plan.FollowUps.Select(visit => visit with { EveryDays = 30, Pathway = null })],
        };
        both = new MemberCare(
            monthly,
            both.Schedule.AgreedBy(monthly, SomePlan.Today) with
            {
                Urgencies = [new Urgency(null, null, default, null, "type2Diabetes")],
            }
        );
        var after = PlanRedraft.Of(both, SomePlan.Draft("I10"), SomePlan.Pathways.All, SomePlan.Today);
        Assert.Equal(CarePlanStatus.UnderRevision, after.Plan.Status);
        Assert.Equal(["hypertension"], after.Schedule.FollowUps.Select(visit => visit.Form));
        Assert.Equal(["hypertension"], after.Plan.FollowUps.Select(visit => visit.Form));
        Assert.Empty(after.Schedule.Urgencies);
        var codesOfHypertension = SomePlan.InForce("I10").Schedule.Activities.Select(activity => activity.Code).ToHashSet();
        Assert.All(after.Schedule.Activities, activity => Assert.Contains(activity.Code, codesOfHypertension));
        Assert.NotEmpty(after.Schedule.Activities);
    }

    [Theory]
    [InlineData(CarePlanStatus.Draft)]
    [InlineData(CarePlanStatus.UnderReview)]
    [InlineData(CarePlanStatus.Active)]
    [InlineData(CarePlanStatus.UnderRevision)]
    public void PlanWithoutAnyReason_IsCancelled_AndSaysWhy(CarePlanStatus status)
    {
        var before = SomePlan.InForce("I10");
        before = before with { Plan = before.Plan with { Status = status } };
        var after = PlanRedraft.Of(before, null, SomePlan.Pathways.All, SomePlan.Today);
        Assert.Equal(
            (CarePlanStatus.Cancelled, PlanStep.Lapse, 4, null),
            (after.Plan.Status, after.Plan.Made!.Step, after.Plan.Version, after.Plan.ActiveVersion)
        );
        Assert.Empty(after.Schedule.FollowUps);
        Assert.Empty(after.Schedule.Activities);
        // The message delivered twice decides nothing more.
        Assert.Same(after, PlanRedraft.Of(after, null, SomePlan.Pathways.All, SomePlan.Today));
        Assert.Equal(CarePlanStatus.Draft, PlanRedraft.Of(after, SomePlan.Draft("I10"), SomePlan.Pathways.All, SomePlan.Today).Plan.Status);
    }

    [Theory]
    [InlineData(CarePlanStatus.Completed)]
    [InlineData(CarePlanStatus.Cancelled)]
    public void PlanThatIsOver_GetsANewDraft(CarePlanStatus status)
    {
        var before = SomePlan.InForce("I10");
        before = new MemberCare(
            before.Plan with
            {
                Status = status,
                ActiveVersion = null,
                Goals = [SomePlan.Goal("weight-1")],
            },
            before.Schedule.Ended()
        );
        var after = PlanRedraft.Of(before, SomePlan.Draft("E11"), SomePlan.Pathways.All, SomePlan.Today);
        Assert.Equal((CarePlanStatus.Draft, 4, null), (after.Plan.Status, after.Plan.Version, after.Plan.ActiveVersion));
        Assert.DoesNotContain(after.Plan.Goals, goal => goal.Code == "weight-1");
        Assert.Empty(after.Schedule.Activities);
    }

    [Fact]
    public void SameConditions_ChangeNoVersion_AndKeepTheAgreedIntervals()
    {
        var before = SomePlan.InForce("I10");
        var monthly = before.Plan with { FollowUps = [before.Plan.FollowUps[0] with { EveryDays = 30, Pathway = null }] };
        before = new MemberCare(monthly, before.Schedule.AgreedBy(monthly, SomePlan.Today));
        var after = PlanRedraft.Of(before, SomePlan.Draft("I10"), SomePlan.Pathways.All, SomePlan.Today);
        Assert.Same(before.Plan, after.Plan);
        Assert.Equal(30, Assert.Single(after.Schedule.FollowUps).EveryDays);
    }
}
