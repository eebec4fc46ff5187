using Alleviation.Functions.CarePlans.Schedule;

namespace Alleviation.Tests.CarePlans;

/// <summary>When an activity of a plan is due next, and what reports change of it.</summary>
public sealed class ActivityScheduleRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;

    [Fact]
    public void AgreedActivities_GoOnAsTheyAre_AndThoseNotAgreedAnyMoreEnd()
    {
        var plan = SomePlan.InForce("I10").Plan with { Activities = [SomePlan.Activity("walk"), SomePlan.Activity("swim")] };
        var walk = new ScheduledActivity("walk", 30, Today.AddDays(9)) { LastOn = Today.AddDays(-21), LastDoneOn = Today.AddDays(-21) };
        var before = new CareSchedule([], []) { Activities = [walk, new ScheduledActivity("run", 30, Today)] };
        var after = before.AgreedBy(plan, Today);
        Assert.Equal(
            [("walk", Today.AddDays(9)), ("swim", Today)],
            after.Activities.Select(activity => (activity.Code, activity.NextDueOn!.Value))
        );
        Assert.Equal(walk.LastDoneOn, after.Activities[0].LastDoneOn);
        Assert.Empty(after.Ended().Activities);
        Assert.Equal(after.FollowUps, after.Ended().FollowUps);
    }

    [Fact]
    public void Report_IsTakenInByItsActivityAlone()
    {
        var schedule = new CareSchedule([], [])
        {
            Activities = [new ScheduledActivity("walk", 30, Today), new ScheduledActivity("swim", 30, Today)],
        };
        var after = schedule.With(new ActivityReport("r", "swim", ActivityOutcome.Done, Today, null, null, "worker", "sent"));
        Assert.Equal([Today, Today.AddDays(30)], after.Activities.Select(activity => activity.NextDueOn!.Value));
    }

    [Fact]
    public void Activities_ComeInTheOrderOfTheirDays_AndOfTheirCodes()
    {
        var schedule = new CareSchedule([], [])
        {
            Activities =
            [
                new ScheduledActivity("over", 30, null),
                new ScheduledActivity("swim", 30, Today),
                new ScheduledActivity("run", 30, Today),
                new ScheduledActivity("a", 30, Today.AddDays(1)),
            ],
        };
        Assert.Equal(["run", "swim", "a"], schedule.ActivitiesToCome.Select(activity => activity.Code));
        Assert.Empty(schedule.Ended().ActivitiesToCome);
    }

    [Fact]
    public void SecondReportOfADay_CountsAsTheNewer_AndTheLastTwoAreRemembered()
    {
        var activity = new ScheduledActivity("walk", 30, Today);
        var done = activity.With(Report("a", ActivityOutcome.Done, 0)).With(Report("b", ActivityOutcome.Skipped, 0));
        Assert.Equal((1, Today, Today), (done.Skips, done.LastOn!.Value, done.LastDoneOn!.Value));
        Assert.Equal(["b", "c"], done.With(Report("c", ActivityOutcome.Skipped, 5)).Reports);
        // One that was done before it was last skipped still was done.
        var late = activity.With(Report("a", ActivityOutcome.Skipped, 10)).With(Report("b", ActivityOutcome.Done, 4));
        Assert.Equal((Today.AddDays(4), Today.AddDays(10), 1), (late.LastDoneOn!.Value, late.LastOn!.Value, late.Skips));
        Assert.Equal(Today.AddDays(4), late.With(Report("c", ActivityOutcome.Done, 3)).LastDoneOn);
    }

    [Fact]
    public void AgreedActivity_IsDueFromWhatIsKnown()
    {
        var agreed = SomePlan.Activity("walk") with { StartsOn = Today.AddDays(-50), EndsOn = Today.AddDays(60) };
        var known = new ScheduledActivity("walk", 90, Today.AddDays(9));
        Assert.Equal((30, Today.AddDays(9), agreed.EndsOn), Due(known));
        Assert.Equal((30, Today, agreed.EndsOn), Due(known with { NextDueOn = null }));
        Assert.Equal((30, Today.AddDays(10), agreed.EndsOn), Due(known with { LastOn = Today.AddDays(-20) }));
        Assert.Equal((30, null, agreed.EndsOn), Due(known with { NextDueOn = Today.AddDays(61) }));
        agreed = agreed with { StartsOn = Today.AddDays(12) };
        Assert.Equal((30, Today.AddDays(12), agreed.EndsOn), Due(known));
        (int, DateOnly?, DateOnly?) Due(ScheduledActivity before)
        {
            var after = ScheduledActivity.Of(agreed, before, Today);
            return (after.EveryDays, after.NextDueOn, after.EndsOn);
        }
    }

    private static ActivityReport Report(string id, ActivityOutcome outcome, int inDays) =>
        new(id, "walk", outcome, Today.AddDays(inDays), null, null, "worker", "sent");
}
