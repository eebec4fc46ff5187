using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>Drafts from pathways that ask for little, so that each rule is seen alone.</summary>
public sealed class DraftLimitRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly ConditionKinds Conditions = new(SomePlan.Seeds);
    private static readonly Label Label = new("一", "one");
    private static readonly Pathway First = Pathway("first", "I10", new PathwayFollowUp("hypertension", 90, 14, 4));
    private static readonly Pathway Second = Pathway("second", "E11", new PathwayFollowUp("type2Diabetes", 60, 10, 6));

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

    [Fact]
    public void GoalOfBoth_IsTheStricter_ByTheEarlierDay_AndActivityOfBothTheMoreFrequent()
    {
        var loose = First with { Goals = [Goal(140, 180)], Activities = [Activity(90)] };
        var strict = Second with { Goals = [Goal(130, 365)], Activities = [Activity(30)] };

        var plan = Draft([loose, strict], SomePlan.Member("I10", "E11"))!.Plan;

        var goal = Assert.Single(plan.Goals);
        Assert.Equal(("first", 130m, Today.AddDays(180)), (goal.Pathway, goal.Target, goal.By));
        var activity = Assert.Single(plan.Activities);
        Assert.Equal(("second", 30, Today.AddDays(15), null), (activity.Pathway, activity.EveryDays, activity.StartsOn, activity.EndsOn));
    }

    [Theory]
    [InlineData(64, 140)]
    [InlineData(65, 150)]
    [InlineData(79, 150)]
    [InlineData(80, 160)]
    public void Target_IsThatOfTheHighestAgeReached(int age, int target)
    {
        var goal = Goal(140, 90) with { Variants = [new TargetVariant(80, 160), new TargetVariant(65, 150)] };
        var member = SomePlan.Member("I10") with { BornOn = Today.AddYears(-age) };

        Assert.Equal(target, Draft([First with { Goals = [goal] }], member)!.Plan.Goals[0].Target);
        Assert.Equal(140, Draft([First with { Goals = [goal] }], member with { BornOn = null })!.Plan.Goals[0].Target);
    }

    [Fact]
    public void Pathways_AreChosenByCondition_ByAge_AndOtherwise()
    {
        var aged = First with { Code = "aged", AppliesTo = new PathwayScope(null, 65, false), Batch = null };
        var other = First with { Code = "other", AppliesTo = new PathwayScope(null, null, true), Batch = "general" };
        Pathway[] all = [First, aged, other];

        Assert.Equal("first", Chosen(50, "I10"));
        Assert.Equal("first, other", Chosen(50, "I10", "J44"));
        Assert.Equal("aged", Chosen(65));
        Assert.Equal("", Chosen(64));
        Assert.Equal("first, aged", Chosen(65, "I10"));

        string Chosen(int age, params string[] conditions) =>
            string.Join(", ", Draft(all, SomePlan.Member(conditions) with { BornOn = Today.AddYears(-age) })?.Plan.Pathways ?? []);
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

    /// <summary>X99 is no illness of the seeds, so that nothing says its batch but the pathway that treats it.</summary>
    [Theory]
    [InlineData("seriousIllness", "C34")]
    [InlineData("ofOther", "X99")]
    [InlineData("seriousIllness", "C34", "X99")]
    [InlineData("", "Z34")]
    [InlineData("chronicIllness, ofFirst", "I10")]
    [InlineData("chronicIllness, seriousIllness, ofFirst", "I10", "C34")]
    public void Batch_IsThatOfTheIllnessAndItsPathway_AndOfTheGeneralOneOnlyWhereNoIllnessSaysIt(string batches, params string[] conditions)
    {
        var other = First with { Code = "other", AppliesTo = new PathwayScope(null, null, true), Batch = "ofOther" };

        var plan = Draft([First with { Batch = "ofFirst" }, other], SomePlan.Member(conditions))!.Plan;

        Assert.Equal(batches, string.Join(", ", plan.Batches));
    }

    [Fact]
    public void SamePathwaysForTheSameConditions_AskForNothingElse()
    {
        var plan = SomePlan.Draft("I10").Plan;

        Assert.True(plan.Covers(plan with { Pathways = [.. plan.Pathways], Version = 9 }));
        Assert.False(plan.Covers(plan with { Pathways = [] }));
        Assert.False(plan.Covers(plan with { Conditions = ["I10", "J44"] }));
        Assert.Equal("v0012", CarePlan.VersionId(12));
    }

    private static MemberCare? Draft(IReadOnlyList<Pathway> pathways, MemberSummary member, HealthRecord? record = null) =>
        CarePlanDraft.For(member, record ?? new HealthRecord(1, null, null), pathways, Conditions, Today);

    private static Pathway Pathway(string code, string condition, PathwayFollowUp followUp) =>
        new(code, Label, "test", new PathwayScope([condition], null, false), "chronicIllness", ["generalPractice"], [], [], followUp);

    private static PathwayGoal Goal(decimal target, int withinDays) =>
        new("systolic", "systolic", Comparison.Below, target, "mmHg", withinDays, Label, null);

    private static PathwayActivity Activity(int everyDays) => new("walk", "rehabilitation", "publicHealth", everyDays, Label, Label);
}
