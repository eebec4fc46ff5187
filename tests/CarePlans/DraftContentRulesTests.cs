using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using static Alleviation.Tests.CarePlans.SomePathway;

namespace Alleviation.Tests.CarePlans;

/// <summary>Which pathways a draft follows, and what it takes from each: goals, activities and batches.</summary>
public sealed class DraftContentRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;

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
}
