using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>What an opinion has to say, how much it may propose, and when two say the same.</summary>
public sealed class OpinionRulesTests
{
    [Theory]
    [InlineData(1000, 5, 10, null)]
    [InlineData(1001, 5, 10, "findings too-long")]
    [InlineData(0, 5, 10, "findings required")]
    [InlineData(1, 6, 10, "goals too-many")]
    [InlineData(1, 5, 11, "activities too-many")]
    public void Opinion_SaysSomething_AndProposesOnlySoMuch(int length, int goals, int activities, string? expectedError)
    {
        var check = new OpinionCheck(new ReadingKinds(SomePlan.Seeds), new CodeLists(SomePlan.Seeds));
        var form = SomePlan.FormOf(SomePlan.Draft("I10").Plan, english: false);
        var given = new OpinionRequest(
            new string('长', length),
            [.. Enumerable.Range(0, goals).Select(number => form.Goals![0] with { Code = $"g{number}" })],
            [.. Enumerable.Range(0, activities).Select(number => form.Activities![0] with { Code = $"a{number}" })]
        );
        var (opinion, errors) = check.Check(given, SomePlan.Today);
        Assert.Equal(expectedError, errors.Select(error => $"{error.Field} {error.Code}").SingleOrDefault());
        Assert.Equal(
            expectedError is null ? (goals, activities, length) : (0, 0, 0),
            (opinion?.Goals.Count ?? 0, opinion?.Activities.Count ?? 0, opinion?.Findings.Length ?? 0)
        );
        var unsigned = check.Check(new OpinionRequest("可以", null, null), SomePlan.Today).Opinion!;
        Assert.Equal(("", "", ""), (unsigned.Discipline, unsigned.PhysicianId, unsigned.By));
        Assert.Equal(
            ["goals[1].code twice", "activities[1].code twice"],
            check
                .Check(
                    new OpinionRequest("可以", [given.Goals![0], given.Goals[0]], [given.Activities![0], given.Activities[0]]),
                    SomePlan.Today
                )
                .Errors.Select(error => $"{error.Field} {error.Code}")
        );
    }

    [Fact]
    public void OpinionSaysTheSame_ByWhatItSays_NotByItsMoment()
    {
        var opinion = new Opinion(
            1,
            "pharmacy",
            3,
            "P4414-03",
            "account",
            DateTimeOffset.UnixEpoch,
            "可以",
            [SomePlan.Goal("a")],
            [SomePlan.Activity("b")]
        );
        Assert.True(opinion.SaysTheSameAs(opinion with { SignedAt = DateTimeOffset.UnixEpoch.AddDays(1), Goals = [SomePlan.Goal("a")] }));
        Assert.False(opinion.SaysTheSameAs(opinion with { Version = 4 }));
        Assert.False(opinion.SaysTheSameAs(opinion with { PhysicianId = "P4414-04" }));
        Assert.False(opinion.SaysTheSameAs(opinion with { Findings = "不" }));
        Assert.False(opinion.SaysTheSameAs(opinion with { Goals = [] }));
        Assert.False(opinion.SaysTheSameAs(opinion with { Activities = [] }));
    }
}
