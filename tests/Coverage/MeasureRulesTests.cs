using Alleviation.Functions.Coverage;
using Alleviation.Tests.FollowUps;

namespace Alleviation.Tests.Coverage;

/// <summary>Numerator and denominator of each measure (docs/domain.md §7).</summary>
public sealed class MeasureRulesTests
{
    private static readonly CoverageCounts Counts = new()
    {
        Registry = 100,
        RegistryEnrolled = 1,
        Households = 101,
        Routed = 2,
        Contracted = 9,
        Members = 102,
        Records = 3,
        Sick = 103,
        Drafted = 4,
        Planned = 5,
        Used = 6,
        FollowUpsDue = 104,
        FollowUpsOnTime = 7,
        ReferralsDue = 105,
        ReferralsInTime = 8,
        ServicesDue = 106,
        ServicesGiven = 30,
        Followed = new Dictionary<string, int>
        {
            ["hypertension"] = 60,
            ["elderlyHealthCheck"] = 1_000,
            ["takenOut"] = 5,
        },
        Managed = new Dictionary<string, int> { ["hypertension"] = 40, ["elderlyHealthCheck"] = 1_000 },
        ToStandard = new Dictionary<string, int> { ["hypertension"] = 30, ["type2Diabetes"] = 1 },
        InControl = new Dictionary<string, int> { ["hypertension"] = 20 },
    };

    [Theory]
    [InlineData("enrolment", 1, 100)]
    [InlineData("record", 3, 102)]
    [InlineData("routed", 2, 101)]
    [InlineData("contracted", 9, 101)]
    [InlineData("contractServices", 30, 106)]
    [InlineData("drafted", 4, 103)]
    [InlineData("plan", 5, 103)]
    [InlineData("use", 6, 3)]
    [InlineData("followUpsInTime", 7, 104)]
    // Forms that follow an age and no disease do not count; a form that is not there any more does.
    [InlineData("managed", 40, 65)]
    [InlineData("toStandard", 31, 40)]
    [InlineData("inControl", 20, 40)]
    [InlineData("referrals", 8, 105)]
    public void Measure_DividesWhatItsFormulaSays(string code, int numerator, int denominator)
    {
        var measure = Measure.Of(Counts, SomeVisit.Forms).Single(candidate => candidate.Code == code);

        Assert.Equal((numerator, denominator), (measure.Numerator, measure.Denominator));
        Assert.Equal(Math.Min(1d, (double)numerator / denominator), measure.Rate);
    }

    [Fact]
    public void WhereThereIsNothingToDivideBy_ThereIsNoRate() =>
        Assert.All(Measure.Of(CoverageCounts.None, SomeVisit.Forms), measure => Assert.Null(measure.Rate));

    [Fact]
    public void WhatWasNotCountedThen_HasNoFigure_AlsoInASum()
    {
        var counts = new CoverageCounts { Households = 100, Contracted = null } + Counts;

        Assert.Null(counts.Contracted);
        Assert.All(
            Measure.Of(counts, SomeVisit.Forms).Where(measure => measure.Code is "contracted" or "contractServices"),
            measure => Assert.Equal((0, 0, null), (measure.Numerator, measure.Denominator, measure.Rate))
        );
        Assert.Equal(Counts.Contracted, (CoverageCounts.None + Counts).Contracted);
    }

    [Fact]
    public void Measures_ComeInTheirOrder() =>
        Assert.Equal(
            [
                "enrolment",
                "record",
                "routed",
                "contracted",
                "drafted",
                "plan",
                "use",
                "followUpsInTime",
                "contractServices",
                "managed",
                "toStandard",
                "inControl",
                "referrals",
            ],
            Measure.Of(Counts, SomeVisit.Forms).Select(measure => measure.Code)
        );
}
