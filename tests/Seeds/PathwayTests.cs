namespace Alleviation.Tests.Seeds;

public sealed class PathwayTests
{
    private static readonly string[] Comparisons = ["below", "atMost", "atLeast", "above"];

    public static TheoryData<string> Codes => [.. SeedFiles.Pathways.Select(pathway => pathway.Code)];

    [Fact]
    public void AllTheProgrammeNames_AreThere() =>
        Assert.Equal(
            ["aged65", "general", "hypertension", "newborn", "pregnancy", "puerperium", "severeMentalDisorder", "tuberculosis", "type2Diabetes"],
            SeedFiles.Pathways.Select(pathway => pathway.Code).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Codes))]
    public void EveryCode_IsInItsList(string code)
    {
        var pathway = Pathway(code);

        Assert.Subset(SeedFiles.Codes("discipline").ToHashSet(), pathway.Disciplines.ToHashSet());
        Assert.Subset(SeedFiles.Codes("conditions").ToHashSet(), pathway.AppliesTo.Conditions.ToHashSet());
        Assert.Subset(SeedFiles.Codes("readings").ToHashSet(), pathway.Readings.ToHashSet());
        Assert.Subset(Comparisons.ToHashSet(), pathway.Comparisons.ToHashSet());
        Assert.True(pathway.Batch is null || SeedFiles.Codes("batch").Contains(pathway.Batch));
    }

    [Theory, MemberData(nameof(Codes))]
    public void EveryPathway_HasActivitiesOfAllFourKinds(string code) =>
        Assert.Equal(SeedFiles.Codes("activityKind"), Pathway(code).Activities.Select(activity => activity.Kind).ToHashSet());

    [Theory, MemberData(nameof(Codes))]
    public void EveryActivity_HasSomebodyOfTheTeamToDoIt(string code)
    {
        var pathway = Pathway(code);

        Assert.Contains("generalPractice", pathway.Disciplines);
        Assert.All(pathway.Activities, activity => Assert.Contains(activity.Discipline, pathway.Disciplines));
        Assert.All(pathway.Activities, activity => Assert.InRange(activity.EveryDays, 1, 365));
        Assert.Distinct(pathway.Activities.Select(activity => activity.Code));
    }

    [Theory, MemberData(nameof(Codes))]
    public void EveryText_IsInBothLanguages(string code) =>
        Assert.All(Pathway(code).Labels, label =>
        {
            Assert.Contains(label.Chinese, character => character is >= '\u4e00' and <= '\u9fff');
            Assert.Contains(label.English, char.IsAsciiLetter);
            Assert.DoesNotContain(label.English, character => character is >= '\u4e00' and <= '\u9fff');
        });

    [Theory, MemberData(nameof(Codes))]
    public void EveryUnit_IsTheOneThatTheReadingIsKeptIn(string code)
    {
        var units = SeedFiles.CodeLists["readings"].ToDictionary(item => (string)item!["code"]!, item => (string)item!["unit"]!, StringComparer.Ordinal);

        Assert.All(Pathway(code).Goals, goal => Assert.Equal(units[goal.Reading], goal.Unit));
        Assert.All(Pathway(code).Urgent, urgent => Assert.Equal(units[urgent.Reading], urgent.Unit));
    }

    [Fact]
    public void AnActivityInSeveralPathways_IsTheSameInEach() =>
        Assert.All(
            SeedFiles.Pathways.SelectMany(pathway => pathway.Activities).GroupBy(activity => activity.Code),
            same => Assert.Single(same.Distinct()));

    [Fact]
    public void OneCondition_IsClaimedByOnePathway() => Assert.Distinct(SeedFiles.Pathways.SelectMany(pathway => pathway.AppliesTo.Conditions));

    [Fact]
    public void OnlyTheGeneralPathway_TakesWhatIsLeft() =>
        Assert.Equal("general", Assert.Single(SeedFiles.Pathways, pathway => pathway.AppliesTo.Otherwise).Code);

    [Theory]
    [InlineData("hypertension", 90, 4)]
    [InlineData("type2Diabetes", 90, 4)]
    [InlineData("severeMentalDisorder", 90, 4)]
    [InlineData("tuberculosis", 30, 12)]
    [InlineData("aged65", 365, 1)]
    [InlineData("pregnancy", 70, 5)]
    [InlineData("puerperium", 42, 2)]
    [InlineData("newborn", 25, 2)]
    public void FollowUp_IsThatOfTheNationalSpecification(string code, int everyDays, int visitsPerYear)
    {
        var followUp = Pathway(code).FollowUp;

        Assert.Equal((everyDays, visitsPerYear), (followUp.EveryDays, followUp.VisitsPerYear));
    }

    [Theory]
    [InlineData("hypertension", "systolic", "atLeast", 180)]
    [InlineData("hypertension", "diastolic", "atLeast", 110)]
    [InlineData("type2Diabetes", "fastingGlucose", "atLeast", 16.7)]
    [InlineData("type2Diabetes", "fastingGlucose", "atMost", 3.9)]
    [InlineData("severeMentalDisorder", "riskLevel", "atLeast", 3)]
    [InlineData("pregnancy", "systolic", "atLeast", 160)]
    [InlineData("pregnancy", "diastolic", "atLeast", 110)]
    public void UrgentValues_AreThoseOfTheNationalSpecification(string code, string reading, string comparison, double value) =>
        Assert.Contains(Pathway(code).Urgent, urgent => (urgent.Reading, urgent.Comparison, (double)urgent.Value) == (reading, comparison, value));

    private static PathwayFile Pathway(string code) => SeedFiles.Pathways.Single(pathway => pathway.Code == code);
}
