using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.Seeds;

public sealed class PathwayTests
{
    [Fact]
    public void AllTheProgrammeNames_AreThere() =>
        Assert.Equal(
            [
                "aged65",
                "general",
                "hypertension",
                "newborn",
                "pregnancy",
                "puerperium",
                "severeMentalDisorder",
                "tuberculosis",
                "type2Diabetes",
            ],
            SeedFiles.Pathways.Select(pathway => pathway.Code).Order(StringComparer.Ordinal)
        );

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
    [InlineData("hypertension", "systolic", Comparison.AtLeast, 180)]
    [InlineData("hypertension", "diastolic", Comparison.AtLeast, 110)]
    [InlineData("type2Diabetes", "fastingGlucose", Comparison.AtLeast, 16.7)]
    [InlineData("type2Diabetes", "fastingGlucose", Comparison.AtMost, 3.9)]
    [InlineData("severeMentalDisorder", "riskLevel", Comparison.AtLeast, 3)]
    [InlineData("pregnancy", "systolic", Comparison.AtLeast, 160)]
    [InlineData("pregnancy", "diastolic", Comparison.AtLeast, 110)]
    public void UrgentValues_AreThoseOfTheNationalSpecification(string code, string reading, Comparison comparison, double value) =>
        Assert.Contains(
            Pathway(code).Urgent,
            urgent => (urgent.Reading, urgent.Comparison, (double)urgent.Value) == (reading, comparison, value)
        );

    private static Pathway Pathway(string code) => SeedFiles.Pathways.Single(pathway => pathway.Code == code);
}
