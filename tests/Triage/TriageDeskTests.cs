using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.Triage;

namespace Alleviation.Tests.Triage;

/// <summary>Every row of seeds/triage/rules.json, with its boundaries.</summary>
public sealed class TriageDeskTests
{
    private static readonly TriageSeeds Seeds = new(new SeedFolder());
    private static readonly TriageDesk Desk = new(Seeds);

    public static TheoryData<string> Rules => [.. Seeds.Rules.Select(rule => rule.Code)];

    public static TheoryData<string> ReadingRules => [.. Seeds.Rules.Where(rule => rule.Reading is not null).Select(rule => rule.Code)];

    public static TheoryData<string> AgeRules =>
        [.. Seeds.Rules.Where(rule => (rule.MinimumAge ?? rule.MaximumAge) is not null).Select(rule => rule.Code)];

    [Theory, MemberData(nameof(Rules))]
    public void Rule_HoldsForEachOfItsSymptoms_AndLeadsToItsLevel(string code)
    {
        var rule = Rule(code);
        foreach (var symptom in rule.Symptoms ?? [""])
        {
            string[] symptoms = symptom.Length == 0 ? [] : [symptom];
            var readings = AtBoundary(rule);
            Assert.True(rule.Holds(AgeFor(rule), symptoms, readings));
            var result = Desk.Assess(AgeFor(rule), symptoms, readings);
            Assert.True(result.Level <= rule.Level);
            if (result.Level == rule.Level)
            {
                Assert.Contains(rule.Label, result.Reasons);
            }
        }
    }

    [Theory, MemberData(nameof(ReadingRules))]
    public void ReadingRule_HoldsAtItsBoundaryOnly(string code)
    {
        var rule = Rule(code);
        string[] symptoms = rule.Symptoms is { } some ? [some[0]] : [];
        foreach (
            var (age, value) in (rule.Variants ?? [])
                .Select(variant => ((int?)variant.MinimumAge, variant.Value))
                .Append((AgeFor(rule), rule.Value!.Value))
        )
        {
            var isOpen = rule.Comparison is Comparison.Above or Comparison.Below;
            var inward = rule.Comparison is Comparison.AtLeast or Comparison.Above ? 0.1m : -0.1m;
            Assert.Equal(!isOpen, rule.Holds(age, symptoms, [Reading(rule.Reading!, value)]));
            Assert.True(rule.Holds(age, symptoms, [Reading(rule.Reading!, value + inward)]));
            Assert.False(rule.Holds(age, symptoms, [Reading(rule.Reading!, value - inward)]));
            Assert.False(rule.Holds(age, symptoms, []));
        }
    }

    [Theory, MemberData(nameof(AgeRules))]
    public void AgeRule_HoldsAtItsBoundaryOnly_AndNeverWithoutAnAge(string code)
    {
        var rule = Rule(code);
        var (at, beyond) = rule.MinimumAge is { } minimum ? (minimum, minimum - 1) : (rule.MaximumAge!.Value, rule.MaximumAge.Value + 1);
        Assert.True(rule.Holds(at, rule.Symptoms ?? [], AtBoundary(rule)));
        Assert.False(rule.Holds(beyond, rule.Symptoms ?? [], AtBoundary(rule)));
        Assert.False(rule.Holds(null, rule.Symptoms ?? [], AtBoundary(rule)));
    }

    [Theory]
    [InlineData(60, "headache", "systolic", 185, TriageLevel.Emergency, "cardiology")]
    [InlineData(60, "headache", "systolic", 175, TriageLevel.ThisWeek, "generalPractice")]
    [InlineData(60, "cough", "systolic", 180, TriageLevel.Today, "cardiology")]
    [InlineData(70, "runnyNose", "systolic", 149, TriageLevel.AtHome, "generalPractice")]
    [InlineData(64, "runnyNose", "systolic", 149, TriageLevel.ThisWeek, "generalPractice")]
    [InlineData(0, "fever", "temperature", 37.5, TriageLevel.Emergency, "paediatrics")]
    [InlineData(30, "fever", "temperature", 38.5, TriageLevel.ThisWeek, "generalPractice")]
    [InlineData(50, "sweatingShaking", "fastingGlucose", 3.9, TriageLevel.Emergency, "endocrinology")]
    public void TheMostPressingRule_Leads(int age, string symptom, string reading, double value, TriageLevel level, string discipline)
    {
        var result = Desk.Assess(age, [symptom], [Reading(reading, (decimal)value)]);
        Assert.Equal((level, discipline), (result.Level, result.Discipline));
        Assert.Equal(Seeds.Levels[level].Advice, result.Advice);
    }

    [Fact]
    public void NothingThatHolds_IsWatchedAtHome() =>
        Assert.Equal(
            (TriageLevel.AtHome, 0),
            (Desk.Assess(40, [], [Reading("systolic", 120)]).Level, Desk.Assess(40, [], [Reading("systolic", 120)]).Reasons.Count)
        );

    [Theory]
    [InlineData("吃药后胸痛得厉害", true)]
    [InlineData("没有胸痛，只是想问能不能停药", false)]
    [InlineData("昨天没有胸痛，今天胸痛", true)]
    [InlineData("ＣＨＥＳＴ　ＰＡＩＮ since morning", true)]
    [InlineData("No chest pain today", false)]
    [InlineData("He took an Overdose", true)]
    [InlineData("这个药饭前吃还是饭后吃？", false)]
    public void UrgentWords_AreFound_UnlessTheyAreDenied(string text, bool urgent) => Assert.Equal(urgent, Desk.IsUrgent(50, text, []));

    [Theory]
    [InlineData(180, true)]
    [InlineData(179, false)]
    public void UrgentReadings_MakeAQuestionUrgent(int systolic, bool urgent) =>
        Assert.Equal(urgent, Desk.IsUrgent(50, "能停药吗", [Reading("systolic", systolic)]));

    private static TriageRule Rule(string code) => Seeds.Rules.Single(rule => rule.Code == code);

    private static int? AgeFor(TriageRule rule) => rule.MinimumAge ?? rule.MaximumAge ?? 40;

    private static IReadOnlyList<Reading> AtBoundary(TriageRule rule) =>
        rule.Reading is null
            ? []
            :
            [
                Reading(
                    rule.Reading,
                    rule.Value!.Value
                        + (
                            rule.Comparison switch
                            {
                                Comparison.Above => 0.1m,
                                Comparison.Below => -0.1m,
                                _ => 0,
                            }
                        )
                ),
            ];

    private static Reading Reading(string code, decimal value) => new(code, value, "", default);
}
