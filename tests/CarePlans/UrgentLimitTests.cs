using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Seeds;

namespace Alleviation.Tests.CarePlans;

public sealed class UrgentLimitTests
{
    private static readonly IReadOnlyList<Pathway> Pathways = SeedFiles.Pathways;

    [Fact]
    public void TwoPathwaysWithTheSameLimit_SayItOnce()
    {
        var limits = UrgentLimit.Of(PlanOf("hypertension", "type2Diabetes"), Pathways, 70);

        Assert.Equal(
            (Comparison.AtLeast, 180m),
            limits.Where(limit => limit.Reading == "systolic").Select(limit => (limit.Comparison, limit.Value)).Single()
        );
        Assert.Equal([3.9m, 16.7m], limits.Where(limit => limit.Reading == "fastingGlucose").Select(limit => limit.Value).Order());
    }

    [Fact]
    public void AnotherPathway_SaysNothing() =>
        Assert.DoesNotContain(UrgentLimit.Of(PlanOf("hypertension"), Pathways, 40), limit => limit.Reading == "riskLevel");

    private static CarePlan PlanOf(params string[] pathways) =>
        new(1, 1, CarePlanStatus.Draft, pathways, [], [], [], [], [], [], new DateOnly(2026, 11, 23));
}
