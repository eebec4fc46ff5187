using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using static Alleviation.Tests.CarePlans.SomePathway;

namespace Alleviation.Tests.CarePlans;

/// <summary>When the visits of a draft are due, and until when.</summary>
public sealed class DraftLimitRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;

    [Theory]
    [InlineData(-3, 97, 7)]
    [InlineData(-10, 90, 0)]
    [InlineData(-100, 0, 0)]
    [InlineData(0, 100, 10)]
    public void VisitsFromABirth_AreCountedFromIt_AndWhatIsLateIsDueToday(int bornIn, int endsIn, int dueIn)
    {
        var pathway = First with { FollowUp = new PathwayFollowUp("newbornVisit", 30, 10, 3, FollowUpStart.Birth, ForDays: 100) };
        var draft = Draft([pathway], SomePlan.Member("I10") with { BornOn = Today.AddDays(bornIn) })!;
        var followUp = Assert.Single(draft.Schedule.FollowUps);
        Assert.Equal((Today.AddDays(dueIn), Today.AddDays(endsIn)), (followUp.NextDueOn, followUp.EndsOn!.Value));
        Assert.Equal(Today.AddDays(bornIn + 10), followUp.FirstOn);
        Assert.Equal(Today.AddDays(endsIn), Assert.Single(draft.Plan.FollowUps).EndsOn);
    }

    [Fact]
    public void PathwayWhoseTimeIsOver_AsksForNothing_ThoughItsFormStillHasAReason()
    {
        var pathway = First with { FollowUp = new PathwayFollowUp("newbornVisit", 30, 10, 3, FollowUpStart.Birth, ForDays: 100) };
        var member = SomePlan.Member("I10") with { BornOn = Today.AddDays(-101) };
        Assert.Null(Draft([pathway], member));
        Assert.Equal(["newbornVisit"], CarePlanDraft.FormsFor(member, [pathway], Today));
        Assert.Empty(CarePlanDraft.FormsFor(SomePlan.Member(), [pathway], Today));
    }

    [Fact]
    public void VisitsFromADiagnosis_AreCountedFromTheLast_OrFromTodayWhereNobodyKnowsIt()
    {
        var pathway = First with { FollowUp = new PathwayFollowUp("antenatalVisit", 30, 10, 3, FollowUpStart.Diagnosis, ForDays: 100) };
        var record = new HealthRecord(1, null, null)
        {
            Conditions = [new Condition("I10", Today.AddDays(-90)), new Condition("I10", Today.AddDays(-4)), new Condition("E11", Today)],
        };
        Assert.Equal((6, 96), Days(record));
        Assert.Equal((10, 100), Days(new HealthRecord(1, null, null)));
        (int, int) Days(HealthRecord of)
        {
            var followUp = Draft([pathway], SomePlan.Member("I10"), of)!.Schedule.FollowUps[0];
            return (followUp.NextDueOn.DayNumber - Today.DayNumber, followUp.EndsOn!.Value.DayNumber - Today.DayNumber);
        }
    }

    [Fact]
    public void TwoPathways_ShareTheFirstDay_AndOneFormIsVisitedAtTheShorterInterval()
    {
        var draft = Draft([First, Second], SomePlan.Member("I10", "E11"))!;
        var same = Draft(
            [First, Second with { FollowUp = First.FollowUp with { EveryDays = 30, VisitsPerYear = 12 } }],
            SomePlan.Member("I10", "E11")
        )!;
        Assert.All(draft.Schedule.FollowUps, followUp => Assert.Equal(Today.AddDays(10), followUp.NextDueOn));
        Assert.Equal([90, 60], draft.Plan.FollowUps.Select(followUp => followUp.EveryDays));
        Assert.Equal(new FollowUp("hypertension", 30, 12) { Pathway = "second" }, Assert.Single(same.Plan.FollowUps));
        Assert.All(draft.Schedule.FollowUps, followUp => Assert.Null(followUp.FirstOn));
    }

    [Theory]
    [InlineData(14, 14, true, 3)]
    [InlineData(2, 14, true, 2)]
    [InlineData(14, 14, false, 14)]
    public void UrgentReading_BringsTheFirstVisitForward(int firstWithin, int everyDays, bool isUrgent, int dueIn)
    {
        var pathway = First with
        {
            FollowUp = new PathwayFollowUp("hypertension", everyDays, firstWithin, 4),
            Urgent =
            [
                new Threshold("systolic", Comparison.AtLeast, 180, "mmHg", null, null),
                new Threshold("systolic", Comparison.AtLeast, 170, "mmHg", null, null),
            ],
            UrgentWithinDays = 3,
        };
        var at = DateTimeOffset.UnixEpoch;
        var record = new HealthRecord(1, null, null)
        {
            LatestReadings = [new Reading("systolic", isUrgent ? 185 : 169, "mmHg", at), new Reading("weight", 185, "kg", at)],
        };
        var draft = Draft([pathway], SomePlan.Member("I10"), record)!;
        Assert.Equal(Today.AddDays(dueIn), draft.Schedule.FollowUps[0].NextDueOn);
        Assert.Equal(isUrgent ? ["systolic"] : [], draft.Schedule.Urgencies.Select(urgency => urgency.Reading!).ToArray());
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(3, 7)]
    public void UrgentReading_OfOneOfTwoPathways_BringsTheVisitWithinTheShorterTimeOfBoth(int ofFirst, int ofSecond)
    {
        var first = First with
        {
            Urgent = [new Threshold("systolic", Comparison.AtLeast, 180, "mmHg", null, null)],
            UrgentWithinDays = ofFirst,
        };
        var record = new HealthRecord(1, null, null) { LatestReadings = [new Reading("systolic", 180, "mmHg", DateTimeOffset.UnixEpoch)] };
        var draft = Draft([first, Second with { UrgentWithinDays = ofSecond }], SomePlan.Member("I10", "E11"), record)!;
        Assert.Equal(2, draft.Schedule.FollowUps.Count);
        Assert.All(draft.Schedule.FollowUps, followUp => Assert.Equal(Today.AddDays(3), followUp.NextDueOn));
    }
}
