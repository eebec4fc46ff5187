using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

public sealed class CarePlanCheckTests
{
    private static readonly CarePlan Plan = SomePlan.Draft("I10").Plan;
    private static readonly CarePlanCheck Check = new(new ReadingKinds(SomePlan.Seeds), new CodeLists(SomePlan.Seeds), SomePlan.Pathways);

    [Fact]
    public void PlanSentBackAsItWasRead_ChangesNothing_InWhicheverLanguage()
    {
        foreach (var english in new[] { false, true })
        {
            var (content, errors) = Check.Check(SomePlan.FormOf(Plan, english), Plan, SomePlan.Today.AddYears(1));

            Assert.Empty(errors);
            Assert.True(StoredJson.IsSame(content!, PlanContent.Of(Plan)));
        }
    }

    [Fact]
    public void OtherTarget_SpeaksForItself_AndIsThePhysicians()
    {
        var form = SomePlan.FormOf(Plan, english: false);
        var goal = Check
            .Check(form with { Goals = [form.Goals![0] with { Target = 17.3m, Unit = "kPa" }] }, Plan, SomePlan.Today)
            .Content!.Goals.Single();

        Assert.Equal((130m, "mmHg", null), (goal.Target, goal.Unit, goal.Pathway));
        Assert.Equal(("收缩压低于130 mmHg", "systolic blood pressure below 130 mmHg"), (goal.Label.Chinese, goal.Label.English));
    }

    [Fact]
    public void TypedText_StandsInBothLanguages()
    {
        var form = SomePlan.FormOf(Plan, english: false);
        var activity = Check
            .Check(form with { Activities = [form.Activities![0] with { Text = "自己写的" }] }, Plan, SomePlan.Today)
            .Content!.Activities.Single();

        Assert.Equal(("自己写的", "自己写的", null), (activity.Label.Chinese, activity.Label.English, activity.Pathway));
        Assert.Equal(Plan.Activities[0].Instructions, activity.Instructions);
    }

    [Theory]
    [InlineData("goals[0].code", "plan-code", "1 2")]
    [InlineData("goals[0].reading", "unknown-value", "hope")]
    [InlineData("goals[0].target", "reading-impossible", "999")]
    [InlineData("goals[0].unit", "reading-unit", "kg")]
    [InlineData("goals[0].by", "in-the-past", "2026-11-22")]
    [InlineData("goals[0].by", "too-far-ahead", "2031-11-24")]
    [InlineData("goals[0].text", "too-long", "01234567890123456789012345678901234567890123456789012345678901")]
    [InlineData("activities[0].kind", "unknown-value", "surgery")]
    [InlineData("activities[0].discipline", "unknown-value", "astrology")]
    [InlineData("activities[0].everyDays", "out-of-range", "0")]
    [InlineData("activities[0].endsOn", "in-the-past", "2026-11-22")]
    [InlineData("activities[0].instructions", "required", "")]
    [InlineData("followUps[0].form", "unknown-value", "none")]
    [InlineData("followUps[0].visitsPerYear", "out-of-range", "367")]
    public void Error_IsReportedAtItsField(string field, string code, string value)
    {
        var form = SomePlan.FormOf(Plan, english: false);
        var number = decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var day = DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : default;
        var (goal, activity, followUp) = (form.Goals![0], form.Activities![0], form.FollowUps![0]);
        form = field.Split('.') switch
        {
            ["goals[0]", "code"] => form with { Goals = [goal with { Code = value }] },
            ["goals[0]", "reading"] => form with { Goals = [goal with { Reading = value }] },
            ["goals[0]", "target"] => form with { Goals = [goal with { Target = number }] },
            ["goals[0]", "unit"] => form with { Goals = [goal with { Unit = value }] },
            ["goals[0]", "by"] => form with { Goals = [goal with { By = day }] },
            ["goals[0]", "text"] => form with { Goals = [goal with { Text = value }] },
            ["activities[0]", "kind"] => form with { Activities = [activity with { Kind = value }] },
            ["activities[0]", "discipline"] => form with { Activities = [activity with { Discipline = value }] },
            ["activities[0]", "everyDays"] => form with { Activities = [activity with { EveryDays = (int)number }] },
            ["activities[0]", "endsOn"] => form with { Activities = [activity with { EndsOn = day }] },
            ["activities[0]", "instructions"] => form with { Activities = [activity with { Instructions = value }] },
            ["followUps[0]", "form"] => form with { FollowUps = [followUp with { Form = value }] },
            _ => form with { FollowUps = [followUp with { VisitsPerYear = (int)number }] },
        };

        var (content, errors) = Check.Check(form, Plan, SomePlan.Today);

        Assert.Null(content);
        Assert.Equal((field, code), (Assert.Single(errors).Field, errors[0].Code));
    }

    [Fact]
    public void TheSameCodeTwice_TooManyItems_AndTooMuchText_AreRefused()
    {
        var form = SomePlan.FormOf(Plan, english: false);
        Assert.Contains(
            Check.Check(form with { Goals = [form.Goals![0], form.Goals[0]] }, Plan, SomePlan.Today).Errors,
            error => error is { Field: "goals[1].code", Code: "twice" }
        );
        Assert.Contains(
            Check.Check(form with { Goals = [.. Enumerable.Repeat(form.Goals[0], 31)] }, Plan, SomePlan.Today).Errors,
            error => error is { Field: "goals", Code: "too-many" }
        );
        var long60 = Enumerable
            .Range(0, 60)
            .Select(number =>
                form.Activities![0] with
                {
                    Code = $"a{number}",
                    StartsOn = SomePlan.Today,
                    Text = new string('长', 60),
                    Instructions = new string('长', 300),
                }
            );
        Assert.Contains(
            Check.Check(form with { Activities = [.. long60] }, Plan, SomePlan.Today).Errors,
            error => error.Code == "plan-too-large"
        );
        Assert.Equal(3, Check.Check(new CarePlanRequest(null, null, null), Plan, SomePlan.Today).Errors.Count);
    }
}
