using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Records;

/// <summary>Readings as an enrolment brings them, at each limit and just beyond it.</summary>
public sealed class ReadingCheckRulesTests
{
    private static readonly ReadingCheck Check = new(new ReadingKinds(new SeedFolder()));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Born = new(2026, 6, 1);
    private static readonly ReadingRequest Good = new("systolic", 130, null, null);

    [Fact]
    public void Reading_IsKeptInItsCanonicalUnit_AtTheMomentOfTheEnrolmentWhereItSaysNone()
    {
        var at = Now.AddDays(-3);

        Assert.Equal(new Reading("systolic", 130, "mmHg", Now), One(Good));
        Assert.Equal(new Reading("systolic", 130, "mmHg", at), One(Good with { Value = 17.3m, Unit = "kPa", TakenAt = at }));
        Assert.Equal(TimeSpan.Zero, One(Good with { TakenAt = at }).TakenAt.Offset);
    }

    [Fact]
    public void WithoutReadings_ThereIsNothingToCheck()
    {
        var errors = new ValidationErrors();

        Assert.Empty(Check.Check(errors, null, Born, Now));
        Assert.Empty(errors.Errors);
    }

    [Theory]
    [InlineData(50, 50, null)]
    [InlineData(51, 0, "readings too-many")]
    public void Readings_HaveALimit(int count, int expectedCount, string? expectedError)
    {
        var errors = new ValidationErrors();

        Assert.Equal(expectedCount, Check.Check(errors, [.. Enumerable.Repeat(Good, count)], Born, Now).Count);
        Assert.Equal(expectedError, errors.Errors.Select(error => $"{error.Field} {error.Code}").SingleOrDefault());
    }

    [Theory]
    [InlineData(null, 130, null, "code required")]
    [InlineData(" ", 130, null, "code required, code unknown-value")]
    [InlineData("hope", 130, null, "code unknown-value")]
    [InlineData("systolic", null, null, "value required")]
    [InlineData(null, null, null, "code required, value required")]
    [InlineData("systolic", 130, "bar", "unit reading-unit")]
    [InlineData("systolic", 1_000, null, "value reading-impossible")]
    [InlineData("systolic", 1_000, "mmHg", "value reading-impossible")]
    [InlineData("systolic", 130, "kPa", "value reading-impossible")]
    public void Error_IsReportedAtItsField(string? code, int? value, string? unit, string expectedError) =>
        Assert.Equal(expectedError, ErrorsOf(new ReadingRequest(code, value, unit, null)));

    [Fact]
    public void ValueBeyondAllMeasure_IsRefusedLikeAnyOther() =>
        Assert.Equal("value reading-impossible", ErrorsOf(Good with { Value = decimal.MaxValue, Unit = "kPa" }));

    [Theory]
    [InlineData("2026-11-23T09:10:00+08:00", "")]
    [InlineData("2026-11-23T09:10:01+08:00", "takenAt in-the-future")]
    [InlineData("2026-06-01T00:00:00+08:00", "")]
    [InlineData("2026-05-31T23:59:59+08:00", "takenAt before-birth")]
    public void Reading_WasTakenInTheLifeOfTheMember(string takenAt, string expectedError) =>
        Assert.Equal(expectedError, ErrorsOf(Good with { TakenAt = DateTimeOffset.Parse(takenAt, null) }));

    [Fact]
    public void WrongReading_SaysWhichOneItIs_AndTheOthersAreKept()
    {
        var errors = new ValidationErrors();

        var readings = Check.Check(errors, [Good, Good with { Value = null }, Good with { Code = "diastolic", Value = 80 }], null, Now);

        Assert.Equal(["systolic", "diastolic"], readings.Select(reading => reading.Code));
        Assert.Equal("readings[1].value", Assert.Single(errors.Errors).Field);
    }

    private static Reading One(ReadingRequest given)
    {
        var errors = new ValidationErrors();
        var readings = Check.Check(errors, [given], null, Now);
        Assert.Empty(errors.Errors);
        return Assert.Single(readings);
    }

    private static string ErrorsOf(ReadingRequest given)
    {
        var errors = new ValidationErrors();
        Check.Check(errors, [given], Born, Now);
        return string.Join(", ", errors.Errors.Select(error => $"{error.Field["readings[0].".Length..]} {error.Code}"));
    }
}
