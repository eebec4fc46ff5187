using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>What a plan's goals and activities may say, at each limit and just beyond it.</summary>
public sealed class GoalAndActivityRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly GoalCheck Goals = new(new ReadingKinds(SomePlan.Seeds), new CodeLists(SomePlan.Seeds));
    private static readonly ActivityCheck Activities = new(new CodeLists(SomePlan.Seeds));
    private static readonly GoalRequest Goal = new("weight-1", "weight", Comparison.AtMost, 70, null, Today.AddDays(90), "减重");
    private static readonly ActivityRequest Activity = new("walk", "rehabilitation", "publicHealth", 30, Today, null, "散步", "每天走");

    [Fact]
    public void Goal_WithoutAnything_MissesAllOfIt() =>
        Assert.Equal(
            ["code required", "comparison required", "by required", "reading required", "target required"],
            Wrong(new GoalRequest(null, null, null, null, null, null, null))
        );

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "target reading-impossible 0.3 300 kg")]
    [InlineData(int.MaxValue, "target reading-impossible 0.3 300 kg")]
    public void Target_IsOneThatSomebodyCanHave(int target, string? wrong) =>
        Assert.Equal(wrong is null ? [] : new[] { wrong }, Wrong(Goal with { Target = target }));

    [Theory]
    [InlineData("bar", "unit reading-unit kg")]
    [InlineData("斤", null)]
    public void Unit_IsOneOfTheReadings(string unit, string? wrong) =>
        Assert.Equal(wrong is null ? [] : new[] { wrong }, Wrong(Goal with { Unit = unit }));

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

    [Fact]
    public void Activity_WithoutAnything_MissesAllOfIt() =>
        Assert.Equal(
            [
                "code required",
                "kind required",
                "discipline required",
                "everyDays required",
                "startsOn required",
                "text required",
                "instructions required",
            ],
            Wrong(new ActivityRequest(null, null, null, null, null, null, null, null))
        );

    [Theory]
    [InlineData(60, 300, null)]
    [InlineData(61, 300, "text too-long 60")]
    [InlineData(60, 301, "instructions too-long 300")]
    public void TextsOfAnActivity_HaveALimit(int text, int instructions, string? wrong) =>
        Assert.Equal(
            wrong is null ? [] : new[] { wrong },
            Wrong(Activity with { Text = new string('长', text), Instructions = new string('长', instructions) })
        );

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "endsOn ends-before-start")]
    public void Activity_DoesNotEndBeforeItBegins(int days, string? wrong)
    {
        var starts = Today.AddDays(10);

        Assert.Equal(wrong is null ? [] : new[] { wrong }, Wrong(Activity with { StartsOn = starts, EndsOn = starts.AddDays(days) }));
    }

    [Fact]
    public void ActivityThatIsNotChanged_StaysThePathways_HoweverLongItsTexts()
    {
        var known = SomePlan.Activity("walk") with { Pathway = "hypertension", Instructions = new Label(new string('长', 400), "long") };
        var sent = Activity with { Instructions = known.Instructions.Chinese };

        Assert.Same(known, Checked(sent, known));
        Assert.Equal(
            (null, 7),
            (Checked(sent with { EveryDays = 7 }, known).Pathway, Checked(sent with { EveryDays = 7 }, known).EveryDays)
        );
        Assert.Equal(known.Instructions, Checked(sent with { Text = "跑步" }, known).Instructions);
        var named = known with { Label = new Label(new string('名', 61), "long") };
        Assert.Same(named, Checked(sent with { Text = named.Label.Chinese }, named));
        Assert.Equal(Today.AddDays(9), Checked(sent with { EndsOn = Today.AddDays(9) }, known).EndsOn);
        Assert.Equal(new Label("跑步", "跑步"), Checked(sent with { Text = "跑步" }, known).Label);
    }

    [Fact]
    public void ActivityThatMissesOneThing_IsNone() =>
        Assert.All(
            new[]
            {
                Activity with
                {
                    Code = null,
                },
                Activity with
                {
                    Kind = null,
                },
                Activity with
                {
                    Discipline = null,
                },
                Activity with
                {
                    EveryDays = null,
                },
                Activity with
                {
                    StartsOn = null,
                },
                Activity with
                {
                    Text = null,
                },
                Activity with
                {
                    Instructions = null,
                },
            },
            missing => Assert.Null(Activities.Check(new ValidationErrors(), missing, null, Today))
        );

    private static Goal Checked(GoalRequest given, Goal? known = null)
    {
        var errors = new ValidationErrors();
        var goal = Goals.Check(errors, given, known, Today);
        Assert.Empty(errors.Errors);
        return goal!;
    }

    private static Activity Checked(ActivityRequest given, Activity? known)
    {
        var errors = new ValidationErrors();
        var activity = Activities.Check(errors, given, known, Today);
        Assert.Empty(errors.Errors);
        return activity!;
    }

    private static IEnumerable<string> Wrong(GoalRequest given)
    {
        var errors = new ValidationErrors();
        Goals.Check(errors, given, null, Today);
        return Texts(errors);
    }

    private static IEnumerable<string> Wrong(ActivityRequest given)
    {
        var errors = new ValidationErrors();
        Activities.Check(errors, given, null, Today);
        return Texts(errors);
    }

    private static IEnumerable<string> Texts(ValidationErrors errors) =>
        errors.Errors.Select(error =>
            FormattableString.Invariant($"{error.Field} {error.Code} {string.Join(' ', error.Arguments)}").TrimEnd()
        );
}
