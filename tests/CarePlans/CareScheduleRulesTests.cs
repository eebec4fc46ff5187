using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>Which visits come next in a member's care, once a plan is agreed, drafted anew, or over.</summary>
public sealed class CareScheduleRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly ScheduledFollowUp Known = new("hypertension", 90, Today.AddDays(20));
    private static readonly Urgency Reading = new("systolic", 190, DateTimeOffset.UnixEpoch, null);
    private static readonly Urgency Sign = new(null, null, DateTimeOffset.UnixEpoch, null, "hypertension");

    [Theory]
    [InlineData(null, false)]
    [InlineData(20, false)]
    [InlineData(19, true)]
    public void FollowUp_IsOverAfterItsLastDay(int? endsIn, bool isOver)
    {
        var followUp = Known with { EndsOn = endsIn is { } days ? Today.AddDays(days) : null };
        var schedule = new CareSchedule([followUp], []);
        Assert.Equal(isOver, followUp.IsOver);
        Assert.Equal(isOver ? null : followUp.NextDueOn, schedule.NextDueOn);
        Assert.Equal(isOver ? 0 : 1, schedule.Open.Count());
    }

    [Fact]
    public void NextVisit_IsTheFirstOfThoseThatAreOpen() =>
        Assert.Equal(
            Today.AddDays(20),
            new CareSchedule(
                [
                    Known with
                    {
                        Form = "general",
                        NextDueOn = Today.AddDays(30),
                    },
                    Known,
                    Known with
                    {
                        Form = "a",
                        NextDueOn = Today,
                        EndsOn = Today.AddDays(-1),
                    },
                ],
                []
            ).NextDueOn
        );

    [Theory]
    [InlineData(7, 7)]
    [InlineData(14, 14)]
    [InlineData(90, 14)]
    public void FirstVisitByAnAddedForm_ComesWithinTwoWeeks_OrSooner(int everyDays, int dueIn)
    {
        var plan = SomePlan.InForce("I10").Plan;
        plan = plan with { FollowUps = [new FollowUp("general", everyDays, 4) { EndsOn = Today.AddDays(300) }] };
        var next = Assert.Single(new CareSchedule([Known], []).AgreedBy(plan, Today).FollowUps);
        Assert.Equal(
            ("general", everyDays, Today.AddDays(dueIn), Today.AddDays(300)),
            (next.Form, next.EveryDays, next.NextDueOn, next.EndsOn!.Value)
        );
    }

    [Theory]
    // The same interval changes nothing; one that is overdue stays so; one that is due today is not overdue.
    [InlineData(90, 90, 10, 85, 85)]
    [InlineData(90, 30, 50, -20, -20)]
    [InlineData(30, 90, 30, 0, 60)]
    public void AgreedInterval_MovesTheNextVisit_OnlyWhereItDecidedIt(int before, int agreed, int lastDaysAgo, int dueIn, int expected)
    {
        var plan = SomePlan.InForce("I10").Plan;
        plan = plan with { FollowUps = [plan.FollowUps[0] with { EveryDays = agreed }] };
        var known = Known with { EveryDays = before, NextDueOn = Today.AddDays(dueIn), LastOn = Today.AddDays(-lastDaysAgo) };
        Assert.Equal(Today.AddDays(expected), new CareSchedule([known], []).AgreedBy(plan, Today).FollowUps[0].NextDueOn);
    }

    [Fact]
    public void NewDraft_KeepsWhatWasGoingOn()
    {
        var known = Known with { LastOn = Today.AddDays(-70), LastOutcome = "2", OutOfControl = 1 };
        var drafted = new ScheduledFollowUp("hypertension", 30, Today.AddDays(5)) { EndsOn = Today.AddDays(99), FirstOn = Today };
        var added = new ScheduledFollowUp("general", 90, Today.AddDays(14));
        var after = new CareSchedule([drafted, added], []).GoingOnFrom(new CareSchedule([known], [Sign, Reading]));
        Assert.Equal(known with { EveryDays = 30, EndsOn = drafted.EndsOn, FirstOn = Today }, after.FollowUps[0]);
        Assert.Equal(added, after.FollowUps[1]);
        // The draft knows the readings; a sign stands until a visit finds it gone.
        Assert.Equal([Sign], after.Urgencies);
    }

    [Theory]
    [InlineData(19, true, 19)]
    [InlineData(20, true, 20)]
    [InlineData(21, true, 20)]
    [InlineData(19, false, 20)]
    public void UrgentReading_BringsTheVisitForward_AndNothingElseDoes(int draftedIn, bool isUrgent, int dueIn)
    {
        var drafted = new CareSchedule([Known with { NextDueOn = Today.AddDays(draftedIn) }], isUrgent ? [Reading] : []);
        Assert.Equal(Today.AddDays(dueIn), drafted.GoingOnFrom(new CareSchedule([Known], [])).FollowUps[0].NextDueOn);
    }

    [Fact]
    public void CorrectedBirth_MovesTheFirstVisit_NotALaterOne()
    {
        var drafted = new CareSchedule([Known with { NextDueOn = Today.AddDays(40), FirstOn = Today.AddDays(40) }], []);
        var before = Known with { FirstOn = Today.AddDays(20) };
        Assert.Equal(Today.AddDays(40), Due(before));
        Assert.Equal(Today.AddDays(20), Due(before with { LastOn = Today.AddDays(-5) }));
        Assert.Equal(Today.AddDays(20), Due(before with { FirstOn = Today.AddDays(40) }));
        DateOnly Due(ScheduledFollowUp known) => drafted.GoingOnFrom(new CareSchedule([known], [])).FollowUps[0].NextDueOn;
    }

    [Theory]
    [InlineData(CarePlanStatus.Draft, "draft", false)]
    [InlineData(CarePlanStatus.UnderReview, "underReview", false)]
    [InlineData(CarePlanStatus.Active, "active", true)]
    [InlineData(CarePlanStatus.UnderRevision, "underRevision", true)]
    [InlineData(CarePlanStatus.Completed, "completed", false)]
    public void Summary_ShowsThePlanAndWhatIsDue(CarePlanStatus status, string stored, bool hasActivity)
    {
        var care = SomePlan.InForce("I10");
        care = care with
        {
            Plan = care.Plan with { Status = status },
            Schedule = care.Schedule with { FollowUps = [Known, Known with { Form = "over", EndsOn = Today }], Urgencies = [Sign] },
            Review = new PlanReview(Today, null, []),
        };
        var summary = care.Summarise();
        Assert.Equal((stored, true, care.Review), (summary.Status, summary.Urgent, summary.Review));
        Assert.Equal([new DueFollowUp("hypertension", Known.NextDueOn, 90)], summary.FollowUps);
        Assert.Equal((care.Plan.Disciplines, care.Plan.Batches), (summary.Disciplines, summary.Batches));
        Assert.Equal(hasActivity, summary.NextActivities.Count > 0);
        Assert.False((care with { Schedule = care.Schedule with { Urgencies = [] } }).Summarise().Urgent);
        Assert.Equal(1, care.Member);
    }
}
