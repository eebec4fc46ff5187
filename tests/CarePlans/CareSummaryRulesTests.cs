using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>What the header tells of a schedule's activities, and how findings are settled in it.</summary>
public sealed class CareSummaryRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;

    [Fact]
    public void Summary_NamesTheFirstActivityOfEachDiscipline_AndOfTheVillage()
    {
        var care = SomePlan.InForce("I10");
        care = care with
        {
            Schedule = care.Schedule with
            {
                Activities =
                [
                    new ScheduledActivity("walk", 30, Today.AddDays(2)),
                    new ScheduledActivity("salt", 30, Today.AddDays(1)),
                    new ScheduledActivity("ecg", 365, Today.AddDays(90)) { Discipline = "cardiology" },
                    new ScheduledActivity("over", 365, null) { Discipline = "pharmacy" },
                ],
            },
        };

        Assert.Equal(
            [new DueActivity("salt", Today.AddDays(1), null), new DueActivity("ecg", Today.AddDays(90), "cardiology")],
            care.Summarise().NextActivities
        );
    }

    [Fact]
    public void Summary_CallsAnActivityAsThePlanDoes()
    {
        var care = SomePlan.InForce("I10");
        var agreed = care.Plan.Activities.First(activity => activity.Discipline == "publicHealth");
        care = care with { Schedule = care.Schedule with { Activities = [new ScheduledActivity(agreed.Code, 30, Today)] } };

        Assert.Equal(
            new DueActivity(agreed.Code, Today, null) { Label = agreed.Label, OfDiscipline = "publicHealth" },
            Assert.Single(care.Summarise().NextActivities)
        );
    }

    [Fact]
    public void SettledFindings_DoNotComeBackWithTheNextDraft_AndLaterOnesDo()
    {
        var at = new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.Zero);
        var before = Settle(new CareSchedule([], [new Urgency("systolic", 190, at, null)]));
        Assert.Empty(before.Urgencies);
        var drafted = new CareSchedule([], [new Urgency("systolic", 192, at, null), new Urgency("systolic", 195, at.AddHours(1), null)]);

        var next = drafted.GoingOnFrom(before);

        Assert.Equal(195, Assert.Single(next.Urgencies).Value);
        Assert.Equal(at, next.UrgenciesSettledUntil);
        // One that stays open is not taken for settled, though it is older than another that is.
        var open = new Urgency("systolic", 188, at.AddDays(-1), null);
        var beforeSettlement = new CareSchedule([], [open, new Urgency("diastolic", 115, at, null)]);
        Assert.Equal([open], new CareSchedule([], [open]).GoingOnFrom(beforeSettlement.Settled([beforeSettlement.Urgencies[1]])).Urgencies);

        static CareSchedule Settle(CareSchedule schedule) => schedule.Settled(schedule.Urgencies);
    }
}
