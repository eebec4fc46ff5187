using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.CarePlans;

/// <summary>The days, codes, intervals and lists of a plan, at each limit and just beyond it.</summary>
public sealed class PlanCheckRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;

    [Theory]
    [InlineData("2026-11-23", null, null)]
    [InlineData("2026-11-22", null, "in-the-past")]
    [InlineData("2026-11-22", "2026-11-22", null)]
    [InlineData("2026-11-21", "2026-11-22", "in-the-past")]
    [InlineData("2031-11-23", null, null)]
    [InlineData("2031-11-24", null, "too-far-ahead 5")]
    [InlineData("2040-01-01", "2040-01-01", null)]
    public void Day_IsToCome_AndNotBeyondWhatAnybodyPlans_UnlessItStoodThereBefore(string day, string? known, string? expectedError)
    {
        var errors = new ValidationErrors();

        var accepted = PlanDates.Required(errors, "by", Day(day), Day(known), Today);

        Assert.Equal(expectedError is null ? null : $"by {expectedError}", Only(errors));
        Assert.Equal(expectedError is null ? Day(day) : null, accepted);
    }

    [Fact]
    public void DayThatIsLeftOut_IsMissingWhereItIsRequired()
    {
        var (required, optional) = (new ValidationErrors(), new ValidationErrors());

        Assert.Null(PlanDates.Required(required, "by", null, null, Today));
        Assert.Null(PlanDates.Optional(optional, "endsOn", null, Today, Today));
        Assert.Equal(("by required", null), (Only(required), Only(optional)));
    }

    [Theory]
    [InlineData(null, "everyDays required")]
    [InlineData(0, "everyDays out-of-range 1 731")]
    [InlineData(1, null)]
    [InlineData(731, null)]
    [InlineData(732, "everyDays out-of-range 1 731")]
    public void Interval_IsOnceInTwoYearsAtLeast(int? days, string? expectedError)
    {
        var errors = new ValidationErrors();

        Assert.Equal(expectedError is null ? days : null, PlanDates.Interval(errors, "everyDays", days));
        Assert.Equal(expectedError, Only(errors));
    }

    [Theory]
    [InlineData(null, "code required")]
    [InlineData("", "code required")]
    [InlineData("a", null)]
    [InlineData("a-1", null)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghij", null)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk", "code plan-code")]
    [InlineData("1a", "code plan-code")]
    [InlineData("a b", "code plan-code")]
    [InlineData("a\n", "code plan-code")]
    public void Code_IsALetterAndUpToThirtyNineMore(string? code, string? expectedError)
    {
        var errors = new ValidationErrors();

        Assert.Equal(expectedError is null ? code : null, PlanCodes.Required(errors, code));
        Assert.Equal(expectedError, Only(errors));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(" 散步 ", true)]
    [InlineData("walk ", true)]
    [InlineData("run", false)]
    public void Text_IsTheLabels_InEitherLanguage(string? text, bool says) =>
        Assert.Equal(says, PlanCodes.Says(new Label("散步", "walk"), text));

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(3, 0, "goals too-many 2")]
    public void List_HasALimit(int count, int expectedCount, string? expectedError)
    {
        var errors = new ValidationErrors();

        var items = PlanItems.Check(
            errors,
            "goals",
            [.. Enumerable.Range(0, count).Select(number => $"a{number}")],
            2,
            code => code,
            "code",
            (_, code) => code
        );

        Assert.Equal((expectedCount, expectedError), (items.Count, Only(errors)));
    }

    [Fact]
    public void CodeThatStandsTwice_IsFoundAtTheSecond_AndWhatHasNoneIsNotHeldAgainstIt()
    {
        var errors = new ValidationErrors();

        var items = PlanItems.Check(
            errors,
            "goals",
            ["a", "", "", "a", "b"],
            9,
            code => code.Length > 0 ? code : null,
            "code",
            (_, code) => code
        );

        Assert.Equal("goals[3].code twice", Only(errors));
        Assert.Equal(5, items.Count);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);

    private static string? Only(ValidationErrors errors) => Texts(errors).SingleOrDefault();

    private static IEnumerable<string> Texts(ValidationErrors errors) =>
        errors.Errors.Select(error =>
            FormattableString.Invariant($"{error.Field} {error.Code} {string.Join(' ', error.Arguments)}").TrimEnd()
        );
}
