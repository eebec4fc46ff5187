using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Platform.Storage;
using static Alleviation.Tests.CarePlans.SomePlanFile;

namespace Alleviation.Tests.CarePlans;

/// <summary>What each step makes of a plan's file.</summary>
public sealed class PlanStepRulesTests
{
    [Fact]
    public void Submitted_AsksTheTeamToday_AndWaitsSinceItBegan()
    {
        var again = After(UnderRevision, PlanStep.Submit, CarePlanStatus.UnderRevision);
        var first = After(new PlanFile(SomePlan.Draft("I10"), null, []), PlanStep.Submit, CarePlanStatus.UnderReview);
        Assert.Equal((SomePlan.Today, Today), (again.Care.Review!.Since, again.Care.Review.AskedOn));
        Assert.Equal(["pharmacy"], again.Care.Review.Given);
        Assert.Equal((Today, Today), (first.Care.Review!.Since, first.Care.Review.AskedOn));
        Assert.Empty(first.Care.Review.Given);
        Assert.Equal((2, CarePlanStatus.UnderReview), (first.Plan.Version, first.Plan.Status));
    }

    [Fact]
    public void Decided_IsInForce_WithWhatItAsksFor_AndNothingWaits()
    {
        var revised = UnderRevision with
        {
            Care = UnderRevision.Care with { Plan = UnderRevision.Plan with { FollowUps = [new FollowUp("general", 30, 12)] } },
        };
        var next = After(revised, PlanStep.Decide, CarePlanStatus.Active);
        Assert.Equal((5, 5, CarePlanStatus.Active), (next.Plan.Version, next.Plan.ActiveVersion, next.Plan.Status));
        Assert.Equal(next.Plan, next.InForce);
        Assert.Equal(["general"], next.Care.Schedule.FollowUps.Select(followUp => followUp.Form));
        Assert.Null(next.Care.Review);
        Assert.Empty(next.Opinions);
        Assert.Equal(PlanStep.Decide, next.Plan.Made!.Step);
    }

    [Fact]
    public void RevisionThatBegins_WaitsFromToday_AndAsksNobody()
    {
        var next = After(Active, PlanStep.Revise, CarePlanStatus.UnderRevision);
        Assert.Equal((Today, null), (next.Care.Review!.Since, next.Care.Review.AskedOn));
        Assert.Equal((4, Active.InForce), (next.Plan.Version, next.InForce));
        Assert.Equal(Active.Care.Schedule, next.Care.Schedule);
    }

    [Fact]
    public void WithdrawnRevision_GoesBackToWhatIsInForce_WithoutWhatHasLostItsReason()
    {
        var ownGoal = SomePlan.Goal("own");
        var agreed = Active.InForce! with
        {
            Goals = [.. Active.InForce.Goals, ownGoal],
            Activities = [.. Active.InForce.Activities, SomePlan.Activity("own")],
        };
        var file = UnderRevision with
        {
            InForce = agreed,
            Care = UnderRevision.Care with { Plan = UnderRevision.Plan with { Pathways = [] } },
        };
        var same = After(UnderRevision, PlanStep.Withdraw, CarePlanStatus.Active);
        var lost = After(file, PlanStep.Withdraw, CarePlanStatus.Active);
        Assert.True(StoredJson.IsSame(PlanContent.Of(same.Plan), PlanContent.Of(Active.InForce)));
        Assert.Equal((5, 5), (same.Plan.Version, same.Plan.ActiveVersion));
        Assert.Equal([ownGoal], lost.Plan.Goals);
        Assert.Equal(["own"], lost.Plan.Activities.Select(activity => activity.Code));
        Assert.Empty(lost.Plan.FollowUps);
        Assert.Null(lost.Care.Review);
    }

    [Theory]
    [InlineData(PlanStep.Complete, CarePlanStatus.Completed)]
    [InlineData(PlanStep.Cancel, CarePlanStatus.Cancelled)]
    public void PlanThatEnds_HasNothingInForce_AndNoActivities(PlanStep step, CarePlanStatus to)
    {
        var next = After(UnderRevision, step, to);
        Assert.Equal((5, null, to), (next.Plan.Version, next.Plan.ActiveVersion, next.Plan.Status));
        Assert.Null(next.InForce);
        Assert.Null(next.Care.Review);
        Assert.Empty(next.Opinions);
        Assert.Empty(next.Care.Schedule.Activities);
        Assert.Equal(UnderRevision.Care.Schedule.FollowUps, next.Care.Schedule.FollowUps);
    }

    [Fact]
    public void PlanBegunAnew_IsTheDraft_AndRemembersWhatVisitsFound()
    {
        var known = Active.Care.Schedule.FollowUps[0] with { LastOn = Today.AddDays(-9), LastOutcome = "2", OutOfControl = 2 };
        var ended = Active with { Care = Active.Care with { Schedule = Active.Care.Schedule with { FollowUps = [known] } } };
        var draft = SomePlan.Draft("I10", "E11");
        var next = ended.Restarted(Taken(PlanStep.Restart), CarePlanStatus.Draft, draft);
        Assert.Equal((4, CarePlanStatus.Draft, PlanStep.Restart), (next.Plan.Version, next.Plan.Status, next.Plan.Made!.Step));
        Assert.Equal(draft.Plan.Goals, next.Plan.Goals);
        Assert.Equal(
            draft.Schedule.FollowUps[0] with
            {
                LastOn = known.LastOn,
                LastOutcome = "2",
                OutOfControl = 2,
            },
            next.Care.Schedule.FollowUps[0]
        );
        Assert.Equal(draft.Schedule.FollowUps[1], next.Care.Schedule.FollowUps[1]);
        Assert.Null(next.InForce);
    }

    [Fact]
    public void EditedPlan_IsTheNextVersion_AndWhatIsInForceGoesOn()
    {
        var content = new PlanContent([SomePlan.Goal("a")], [SomePlan.Activity("b")], [new FollowUp("general", 30, 12)]);
        var next = UnderRevision.Edited(content, Taken(PlanStep.Edit));
        Assert.Equal(content, PlanContent.Of(next.Plan));
        Assert.Equal((5, PlanStep.Edit, Review), (next.Plan.Version, next.Plan.Made!.Step, next.Care.Review));
        Assert.Equal(UnderRevision.Care.Schedule, next.Care.Schedule);
        Assert.Equal(UnderRevision.InForce, next.InForce);
    }
}
