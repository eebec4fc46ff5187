using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.CarePlans;

public sealed class ScheduledActivityTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void NewActivity_IsDueWhenItStarts_ButNotBeforeToday()
    {
        Assert.Equal(Today, ScheduledActivity.Of(Every(30, Today.AddDays(-5)), null, Today).NextDueOn);
        Assert.Equal(Today.AddDays(9), ScheduledActivity.Of(Every(30, Today.AddDays(9)), null, Today).NextDueOn);
    }

    [Fact]
    public void Done_IsDueAnIntervalLater_AndForgetsSkips()
    {
        var activity = ScheduledActivity
            .Of(Every(30, Today), null, Today)
            .With(Report("a", ActivityOutcome.Skipped, Today))
            .With(Report("b", ActivityOutcome.Skipped, Today.AddDays(30)));
        Assert.Equal((2, Today.AddDays(60), null), (activity.Skips, activity.NextDueOn, activity.LastDoneOn));

        var done = activity.With(Report("c", ActivityOutcome.Done, Today.AddDays(61)));

        Assert.Equal((0, Today.AddDays(91), Today.AddDays(61)), (done.Skips, done.NextDueOn, done.LastDoneOn));
    }

    [Fact]
    public void ReportThatComesLate_MovesNothingBack()
    {
        var activity = ScheduledActivity.Of(Every(30, Today), null, Today).With(Report("a", ActivityOutcome.Done, Today.AddDays(20)));

        var late = activity.With(Report("b", ActivityOutcome.Done, Today.AddDays(3)));

        Assert.Equal((activity.NextDueOn, activity.LastDoneOn), (late.NextDueOn, late.LastDoneOn));
    }

    [Fact]
    public void LastDay_EndsIt()
    {
        var activity = ScheduledActivity.Of(Every(30, Today) with { EndsOn = Today.AddDays(30) }, null, Today);

        activity = activity.With(Report("a", ActivityOutcome.Done, Today));
        Assert.Equal(Today.AddDays(30), activity.NextDueOn);
        Assert.Null(activity.With(Report("b", ActivityOutcome.Done, Today.AddDays(30))).NextDueOn);
    }

    [Fact]
    public void AnotherInterval_CountsFromTheLastTime()
    {
        var known = ScheduledActivity.Of(Every(90, Today), null, Today).With(Report("a", ActivityOutcome.Done, Today));

        Assert.Equal(Today.AddDays(30), ScheduledActivity.Of(Every(30, Today), known, Today.AddDays(10)).NextDueOn);
    }

    private static Activity Every(int days, DateOnly from) =>
        new("walk", "rehabilitation", "publicHealth", days, from, new Label("散步", "walk"), new Label("走", "walk"));

    private static ActivityReport Report(string id, ActivityOutcome outcome, DateOnly on) =>
        new(id, "walk", outcome, on, "r", null, "account", "");
}
