using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>What a plan's goals may say, at each limit and just beyond it.</summary>
public sealed class GoalRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly GoalCheck Goals = new(new ReadingKinds(SomePlan.Seeds), new CodeLists(SomePlan.Seeds));
    private static readonly GoalRequest Goal = new("weight-1", "weight", Comparison.AtMost, 70, null, Today.AddDays(90), "减重");

    [Fact]
    public void Goal_WithoutAnything_MissesAllOfIt() =>
        Assert.Equal(
            ["code required", "comparison required", "by required", "reading required", "target required"],
            ErrorsOf(new GoalRequest(null, null, null, null, null, null, null))
        );

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "target reading-impossible 0.3 300 kg")]
    [InlineData(int.MaxValue, "target reading-impossible 0.3 300 kg")]
    public void Target_IsOneThatSomebodyCanHave(int target, string? expectedError) =>
        Assert.Equal(expectedError is null ? [] : new[] { expectedError }, ErrorsOf(Goal with { Target = target }));

    [Theory]
    [InlineData("bar", "unit reading-unit kg")]
    [InlineData("斤", null)]
    public void Unit_IsOneOfTheReadings(string unit, string? expectedError) =>
        Assert.Equal(expectedError is null ? [] : new[] { expectedError }, ErrorsOf(Goal with { Unit = unit }));

    [Theory]
    [InlineData(Comparison.Below, "体重低于70 kg", "weight below 70 kg")]
    [InlineData(Comparison.AtMost, "体重不高于70 kg", "weight at most 70 kg")]
    [InlineData(Comparison.AtLeast, "体重不低于70 kg", "weight at least 70 kg")]
    [InlineData(Comparison.Above, "体重高于70 kg", "weight above 70 kg")]
    public void GoalWithoutAText_SpeaksForItself(Comparison comparison, string chinese, string english)
    {
        var goal = Checked(Goal with { Comparison = comparison, Text = null });
        Assert.Equal(new Label(chinese, english), goal.Label);
    }

    [Fact]
    public void GoalThatIsNotChanged_StaysThePathways_AndAnotherTargetSpeaksAnew()
    {
        var known = SomePlan.Goal("weight-1") with { Pathway = "hypertension" };
        Assert.Same(known, Checked(Goal with { By = known.By, Text = null }, known));
        Assert.Same(known, Checked(Goal with { By = known.By }, known));
        var other = Checked(Goal with { By = known.By, Target = 65 }, known);
        Assert.Equal((null, 65), (other.Pathway, other.Target));
        Assert.Contains("65", other.Label.Chinese, StringComparison.Ordinal);
        Assert.Equal(new Label("自己写的", "自己写的"), Checked(Goal with { By = known.By, Text = "自己写的" }, known).Label);
        Assert.Equal("减重", Checked(Goal with { By = known.By.AddDays(1), Text = null }, known).Label.Chinese);
    }

    private static Goal Checked(GoalRequest given, Goal? known = null)
    {
        var errors = new ValidationErrors();
        var goal = Goals.Check(errors, given, known, Today);
        Assert.Empty(errors.Errors);
        return goal!;
    }

    private static IEnumerable<string> ErrorsOf(GoalRequest given)
    {
        var errors = new ValidationErrors();
        Goals.Check(errors, given, null, Today);
        return ErrorTexts.Of(errors);
    }
}
