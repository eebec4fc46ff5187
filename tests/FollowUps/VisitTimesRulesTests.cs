using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Tests.CarePlans;

namespace Alleviation.Tests.FollowUps;

/// <summary>When a visit can have been made, at each limit and just beyond it.</summary>
public sealed class VisitTimesRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, ChinaTime.Offset);
    private static readonly DateOnly Latest = new(2027, 2, 21);

    [Theory]
    [InlineData("2026-11-23T09:10:00+08:00", null)]
    [InlineData("2026-11-23T09:10:01+08:00", "in-the-future")]
    [InlineData("2025-11-22T09:00:00+08:00", null)]
    [InlineData("2025-11-22T08:59:59+08:00", "too-long-ago")]
    public void Visit_LiesBetweenAYearAgoAndAFewMinutesAhead(string at, string? expectedError) =>
        Assert.Equal(Expected(expectedError), Errors(at, SomePlan.Member("I10")));

    [Theory]
    [InlineData("2026-06-01T00:00:00+08:00", null)]
    [InlineData("2026-05-31T23:59:59+08:00", "before-birth")]
    public void Visit_IsNotBeforeTheBirth_ByTheDaysOfChina(string at, string? expectedError) =>
        Assert.Equal(Expected(expectedError), Errors(at, SomePlan.Member("I10") with { BornOn = new DateOnly(2026, 6, 1) }));

    [Theory]
    [InlineData("2026-11-01T23:59:59+08:00", null)]
    [InlineData("2026-11-02T00:00:00+08:00", "after-departure")]
    public void Visit_IsNotAfterTheMemberLeft(string at, string? expectedError) =>
        Assert.Equal(Expected(expectedError), Errors(at, SomePlan.Member("I10") with { LeftOn = new DateOnly(2026, 11, 1) }));

    [Theory]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("2027-02-21", true)]
    [InlineData("2027-02-22", false)]
    public void NextVisit_IsLaterThanThisOne_AndNotLaterThanTheRulesSay(string next, bool isGood)
    {
        var visit = Visit("2026-11-23T09:00:00+08:00") with { NextDueOn = DateOnly.Parse(next, null) };

        var errors = VisitTimes.Check(visit, SomePlan.Member("I10"), Latest, Now).ToList();

        if (isGood)
        {
            Assert.Empty(errors);
            return;
        }
        var error = Assert.Single(errors);
        Assert.Equal(("nextDueOn", "next-visit-range"), (error.Field, error.Code));
        Assert.Equal(["2026-11-24", "2027-02-21"], error.Arguments);
    }

    private static string[] Expected(string? expectedError) => expectedError is null ? [] : [$"at {expectedError}"];

    private static IEnumerable<string> Errors(string at, MemberSummary member) =>
        VisitTimes.Check(Visit(at), member, Latest, Now).Select(error => $"{error.Field} {error.Code}");

    private static CheckedVisit Visit(string at) =>
        new(
            SomeVisit.Forms.Find("hypertension")!,
            DateTimeOffset.Parse(at, null),
            "2",
            new Dictionary<string, System.Text.Json.JsonElement>(),
            null,
            null,
            "fingerprint"
        );
}
