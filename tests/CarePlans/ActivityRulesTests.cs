using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>What a plan's activities may say, at each limit and just beyond it.</summary>
public sealed class ActivityRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly ActivityCheck Activities = new(new CodeLists(SomePlan.Seeds));
    private static readonly ActivityRequest Activity = new("walk", "rehabilitation", "publicHealth", 30, Today, null, "散步", "每天走");

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
            ErrorsOf(new ActivityRequest(null, null, null, null, null, null, null, null))
        );

    [Theory]
    [InlineData(60, 300, null)]
    [InlineData(61, 300, "text too-long 60")]
    [InlineData(60, 301, "instructions too-long 300")]
    public void TextsOfAnActivity_HaveALimit(int text, int instructions, string? expectedError) =>
        Assert.Equal(
            expectedError is null ? [] : new[] { expectedError },
            ErrorsOf(Activity with { Text = new string('长', text), Instructions = new string('长', instructions) })
        );

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "endsOn ends-before-start")]
    public void Activity_DoesNotEndBeforeItBegins(int days, string? expectedError)
    {
        var starts = Today.AddDays(10);
        Assert.Equal(
            expectedError is null ? [] : new[] { expectedError },
            ErrorsOf(Activity with { StartsOn = starts, EndsOn = starts.AddDays(days) })
        );
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
    public void ActivityWithoutARequiredField_IsNotAccepted() =>
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

    private static Activity Checked(ActivityRequest given, Activity? known)
    {
        var errors = new ValidationErrors();
        var activity = Activities.Check(errors, given, known, Today);
        Assert.Empty(errors.Errors);
        return activity!;
    }

    private static IEnumerable<string> ErrorsOf(ActivityRequest given)
    {
        var errors = new ValidationErrors();
        Activities.Check(errors, given, null, Today);
        return ErrorTexts.Of(errors);
    }
}
