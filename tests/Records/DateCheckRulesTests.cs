using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Tests.Records;

/// <summary>Dates of people, at each limit and just beyond it.</summary>
public sealed class DateCheckRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-24", "in-the-future")]
    [InlineData("1850-01-01", null)]
    [InlineData("1849-12-31", "too-long-ago")]
    public void Birth_IsOfSomebodyAlive(string? bornOn, string? expectedError)
    {
        var errors = new ValidationErrors();

        DateCheck.Birth(errors, "bornOn", Day(bornOn), Today);

        Assert.Equal(expectedError is null ? null : $"bornOn {expectedError}", Only(errors));
    }

    [Theory]
    [InlineData(null, "1970-05-20", null)]
    [InlineData("2026-11-23", "1970-05-20", null)]
    [InlineData("2026-11-24", "1970-05-20", "in-the-future")]
    // A diagnosis is told by its month, which may be that of the birth.
    [InlineData("1970-05-01", "1970-05-20", null)]
    [InlineData("1970-04-30", "1970-05-20", "before-birth")]
    [InlineData("1850-01-01", null, null)]
    public void PastDate_HasBeen_AndIsNotBeforeTheBirth(string? date, string? bornOn, string? expectedError)
    {
        var errors = new ValidationErrors();

        DateCheck.Past(errors, "diagnosedOn", Day(date), Day(bornOn), Today);

        Assert.Equal(expectedError is null ? null : $"diagnosedOn {expectedError}", Only(errors));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);

    private static string? Only(ValidationErrors errors) => errors.Errors.Select(error => $"{error.Field} {error.Code}").SingleOrDefault();
}
